package cn.tuanwu.bot.callback;

import cn.tuanwu.bot.callback.Checked.Passed;
import cn.tuanwu.bot.callback.Checked.Refused;
import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.settings.BotSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat Work knocks. */
@RestController
@RequestMapping("/callback/wecom")
class WeComDoor {
    private final CallbackGate gate;
    private final Reception reception;

    WeComDoor(BotSettings settings, Reception reception, Clock clock) {
        CallbackCrypto crypto =
                new CallbackCrypto(settings.weCom().callback(), settings.weCom().corpId());
        this.gate = new CallbackGate(crypto, settings.weCom().corpId(), settings.callbackWindow(), clock);
        this.reception = reception;
    }

    /** Proves to the platform that this address is ours: the decrypted text, nothing around it. */
    @GetMapping
    void prove(HttpServletRequest in, HttpServletResponse out) throws IOException {
        Query query = Query.of(in);
        Checked<String> echo = gate.open(query, query.value("echostr"));
        if (echo instanceof Refused<String> refused) {
            Reception.refuse(Event.Source.WECOM, refused, out);
            return;
        }
        Reception.echo(((Passed<String>) echo).value(), out);
    }

    @PostMapping
    void receive(HttpServletRequest in, HttpServletResponse out) throws IOException {
        reception.take(Event.Source.WECOM, gate, "", in, out);
    }
}
