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

/** Where the official account knocks. Safe mode only: what is not encrypted could be from anybody. */
@RestController
@RequestMapping("/callback/oa")
class OfficialAccountDoor {
    private final CallbackGate gate;
    private final Reception reception;

    OfficialAccountDoor(BotSettings settings, Reception reception, Clock clock) {
        CallbackCrypto crypto = new CallbackCrypto(
                settings.officialAccount().callback(),
                settings.officialAccount().appId());
        this.gate = new CallbackGate(crypto, null, settings.callbackWindow(), clock);
        this.reception = reception;
    }

    /** Proves to the platform that this address is ours: here the text comes and goes in clear. */
    @GetMapping
    void prove(HttpServletRequest in, HttpServletResponse out) throws IOException {
        Checked<String> echo = gate.checkPlain(Query.of(in));
        if (echo instanceof Refused<String> refused) {
            Reception.refuse(Event.Source.OA, refused, out);
            return;
        }
        Reception.echo(((Passed<String>) echo).value(), out);
    }

    @PostMapping
    void receive(HttpServletRequest in, HttpServletResponse out) throws IOException {
        if (!Query.of(in).value("encrypt_type").equals("aes")) {
            Refused<?> plain = new Refused<>(400, "it is not encrypted: set the account to safe mode");
            Reception.refuse(Event.Source.OA, plain, out);
            return;
        }
        reception.take(Event.Source.OA, gate, "success", in, out);
    }
}
