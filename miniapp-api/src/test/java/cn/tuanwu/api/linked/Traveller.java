package cn.tuanwu.api.linked;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.FakeProvider;
import cn.tuanwu.api.FakeProvider.Person;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mini-program on its way to a provider and back. */
final class Traveller {
    private static final Pattern TARGET = Pattern.compile("data-to=\"/pages/linked/linked\\?code=([\\w-]+)\"");

    final Client client;
    final FakeProvider provider;
    final String id;
    String address;
    String ticket;

    private Traveller(Client client, FakeProvider provider, String id) {
        this.client = client;
        this.provider = provider;
        this.id = id;
    }

    static Traveller toQnzs(Client client) {
        return new Traveller(client, RunningApi.YOUTH, "qnzs").begun();
    }

    static Traveller toYht(Client client) {
        return new Traveller(client, RunningApi.LEAGUE, "yht").begun();
    }

    private Traveller begun() {
        Answer begun = client.post("/api/linked/" + id + "/beginnings", Map.of());
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        address = begun.text("/address");
        ticket = begun.text("/ticket");
        return this;
    }

    /** Signs in there; the page the browser then shows. */
    Answer comesBackAs(Person person) {
        return RunningApi.client().get(provider.signIn(address, person));
    }

    static String codeOn(Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        Matcher found = TARGET.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    Answer redeems(String code) {
        return client.post("/api/sessions/linked", Map.of("ticket", ticket, "code", code));
    }

    Answer arrivesAs(Person person) {
        return redeems(codeOn(comesBackAs(person)));
    }

    Answer asksForCode(String phone) {
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2000-01-01'");
        Map<String, String> wish = new HashMap<>(Map.of("ticket", ticket));
        if (phone != null) {
            wish.put("phone", phone);
        }
        return client.post("/api/sessions/linked/sms-codes", wish);
    }

    Answer proves(String... pairs) {
        Map<String, String> proof = new HashMap<>(Map.of("ticket", ticket));
        for (int i = 0; i < pairs.length; i += 2) {
            proof.put(pairs[i], pairs[i + 1]);
        }
        return client.post("/api/sessions/linked/proofs", proof);
    }
}
