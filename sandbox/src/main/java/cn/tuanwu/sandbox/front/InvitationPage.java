package cn.tuanwu.sandbox.front;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the address of an invitation or of a transfer's target shows to someone who opens it outside WeChat. */
@RestController
class InvitationPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s</title>
            </head>
            <body style="font:16px/1.7 sans-serif;max-width:24em;margin:4em auto;padding:0 1em;text-align:center">
              <h1 style="font-size:1.3em">%1$s</h1>
              <p>%2$s</p>
            </body>
            </html>
            """;

    @GetMapping(path = "/i/{code}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String show() {
        return PAGE.formatted("团员报到", "请在微信中打开：用微信扫描团支部的报到二维码，关注公众号后点“开始报到”。");
    }

    @GetMapping(path = "/t/{code}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String target() {
        return PAGE.formatted("组织关系转接", "请在微信中打开：用微信扫描团组织的转入二维码，登录后填写转接原因即可提交。");
    }
}
