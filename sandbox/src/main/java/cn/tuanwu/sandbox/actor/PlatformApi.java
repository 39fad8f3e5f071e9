package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.callback.AddressProof;
import cn.tuanwu.sandbox.gate.Tokens;
import cn.tuanwu.sandbox.wecom.VisibleRange;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.WorldState.App;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator does on the platforms' own sites: tokens, the visible range, callback addresses. */
@RestController
@RequestMapping("/sandbox")
class PlatformApi {

    record Ended(int ended) {}

    record Range(Set<String> hidden) {}

    record Wanted(List<String> hidden) {}

    private final Tokens tokens;
    private final VisibleRange range;
    private final Contacts contacts;
    private final AddressProof proof;

    PlatformApi(Tokens tokens, VisibleRange range, Contacts contacts, AddressProof proof) {
        this.proof = proof;
        this.tokens = tokens;
        this.range = range;
        this.contacts = contacts;
    }

    /** From now on the tokens are unknown (40014). */
    @PostMapping("/tokens/{app}/revoke")
    Ended revoke(@PathVariable String app) {
        return new Ended(tokens.revoke(known(app), false));
    }

    /** From now on the tokens are out of date (42001). */
    @PostMapping("/tokens/{app}/expire")
    Ended expire(@PathVariable String app) {
        return new Ended(tokens.revoke(known(app), true));
    }

    /** A new token is given out; the old ones live five minutes more. */
    @PostMapping("/tokens/{app}/rotate")
    Ended rotate(@PathVariable String app) {
        tokens.rotate(known(app));
        return new Ended(0);
    }

    /** The administrator saves the callback's address; {@code forged} asks with a signature that is not the platform's. */
    @PostMapping("/callbacks/{channel:wecom|oa}/verify")
    AddressProof.Proof verify(@PathVariable String channel, @RequestParam(defaultValue = "false") boolean forged) {
        return channel.equals("wecom") ? proof.weCom(forged) : proof.officialAccount(forged);
    }

    @GetMapping("/visibility")
    Range visibility() {
        return new Range(range.hidden());
    }

    @PutMapping("/visibility")
    Range visibility(@RequestBody Wanted wanted) {
        Set<String> hidden = new TreeSet<>();
        for (String userid : wanted.hidden() == null ? List.<String>of() : wanted.hidden()) {
            hidden.add(contacts.find(userid)
                    .orElseThrow(() -> ActorRefusal.unknown("OPERATOR_UNKNOWN", "通讯录里没有 " + userid))
                    .userid());
        }
        range.hide(hidden);
        return visibility();
    }

    private static App known(String app) {
        return Arrays.stream(App.values())
                .filter(one -> one.name().equals(app))
                .findFirst()
                .orElseThrow(() -> ActorRefusal.unknown("APP_UNKNOWN", "应用只有 WECOM、OFFICIAL_ACCOUNT 和 MINI_PROGRAM"));
    }
}
