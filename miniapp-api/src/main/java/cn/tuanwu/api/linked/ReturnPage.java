package cn.tuanwu.api.linked;

import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * A page of a few words. Nothing of the request is in it; the only scripts that run are the platform's bridge and the few
 * lines below, named by a nonce.
 */
@Component
class ReturnPage {
    private static final String MINI_PAGE = "/pages/linked/linked";
    private static final int NONCE_BYTES = 16;

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>登录</title>
            <style nonce="%1$s">
            body { margin: 0; padding: 18vh 24px; background: #f5f6f8; color: #1d1f24; font: 17px/1.7 sans-serif; text-align: center }
            h1 { margin: 0 0 8px; font-size: 20px }
            p { margin: 0 auto; max-width: 24em; color: #5d626c }
            button { margin-top: 28px; min-height: 48px; padding: 0 32px; border: 0; border-radius: 10px; background: #c4161c; color: #fff; font: inherit }
            </style>
            <script nonce="%1$s" src="%2$s"></script>
            </head>
            <body data-to="%3$s">
            <main>
            <h1>%4$s</h1>
            <p id="say">%5$s</p>
            <button id="go" type="button" hidden>返回小程序</button>
            </main>
            <script nonce="%1$s">
            (function () {
              var program = window.wx && window.wx.miniProgram;
              if (!program) return;
              program.getEnv(function (where) {
                if (!where.miniprogram) return;
                var go = document.getElementById("go");
                var back = function () { program.redirectTo({ url: document.body.dataset.to }); };
                go.hidden = false;
                go.onclick = back;
                if (%6$b) back();
              });
            })();
            </script>
            </body>
            </html>
            """;

    private final LinkedSettings settings;
    private final Ids ids;

    ReturnPage(LinkedSettings settings, Ids ids) {
        this.settings = settings;
        this.ids = ids;
    }

    byte[] arrived(HttpServletResponse response, String code) {
        return page(response, 200, MINI_PAGE + "?code=" + code, "已登录，正在返回小程序", "如果这里不是微信小程序，请回到小程序里重新开始。");
    }

    byte[] cancelled(HttpServletResponse response) {
        return page(response, 200, MINI_PAGE + "?ended=1", "没有登录", "您取消了登录，或对方没有同意。可以返回小程序重新选择。");
    }

    byte[] refused(HttpServletResponse response, Refusal refusal) {
        int status = RefusedRequest.statusOf(refusal);
        return page(response, status, MINI_PAGE + "?ended=1", "登录没有完成", refusal.text());
    }

    private byte[] page(HttpServletResponse response, int status, String to, String title, String text) {
        String nonce = ids.token(NONCE_BYTES);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        boolean atOnce = status == 200;
        return PAGE.formatted(nonce, settings.bridge(), to, title, text, atOnce).getBytes(StandardCharsets.UTF_8);
    }
}
