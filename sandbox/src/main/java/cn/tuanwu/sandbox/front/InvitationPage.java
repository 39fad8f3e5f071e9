package cn.tuanwu.sandbox.front;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an invitation's link shows to someone who opens it outside WeChat. */
@RestController
class InvitationPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>团员报到</title>
            </head>
            <body style="font:16px/1.7 sans-serif;max-width:24em;margin:4em auto;padding:0 1em;text-align:center">
              <h1 style="font-size:1.3em">团员报到</h1>
              <p>请在微信中打开：用微信扫描团支部的报到二维码，关注公众号后点“开始报到”。</p>
            </body>
            </html>
            """;

    @GetMapping(path = "/i/{code}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String show() {
        return PAGE;
    }
}
