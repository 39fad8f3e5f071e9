package cn.tuanwu.api.linked;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.FakeProvider.Person;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Product §2: signing in with an account elsewhere, what it opens and what it never opens. */
@Tag("registration")
@ExtendWith(OutputCaptureExtension.class)
class LinkedAccountsTest {
    private final Client client = RunningApi.client();

    @Test
    @DisplayName("§2 the providers of the settings are offered, in their order")
    void theProvidersAreOffered() {
        Answer offers = client.get("/api/linked/providers");
        assertThat(offers.json().at("/items").toString())
                .isEqualTo("[{\"id\":\"qnzs\",\"name\":\"广东青年之声\"},{\"id\":\"yht\",\"name\":\"共青团一号通\"}]");
        assertThat(client.post("/api/linked/other/beginnings", Map.of()).code()).isEqualTo("LINKED_PROVIDER_UNKNOWN");
    }

    /** Break: in LinkedDesk.prove don't check the code, or make the account without UNIVERSITY_NEEDED. */
    @Test
    @DisplayName(
            "§2 who has no account proves the phone, chooses a university and has one; the next time one tap is enough")
    void aNewcomerGetsAnAccount(CapturedOutput log) {
        String phone = People.phone();
        Person person = Person.of(phone);
        Traveller first = Traveller.toQnzs(client);
        Answer asked = first.arrivesAs(person);
        assertThat(asked.text("/outcome")).isEqualTo("PROOF_NEEDED");
        assertThat(asked.text("/phone")).isEqualTo("139****" + phone.substring(7));
        assertThat(asked.text("/session")).isNull();
        assertThat(first.asksForCode(null).status()).isEqualTo(202);
        assertThat(first.proves("smsCode", "000000", "universityId", "1").errors())
                .containsExactly("smsCode:SMS_CODE_WRONG");
        String code = People.smsReceived(phone);
        assertThat(first.proves("smsCode", code).errors()).containsExactly("universityId:UNIVERSITY_NEEDED");
        assertThat(first.proves("smsCode", code, "universityId", "77").errors())
                .containsExactly("universityId:UNIVERSITY_UNKNOWN");
        Answer made = first.proves("smsCode", code, "universityId", "1");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(client.with(made.text("/session")).get("/api/me").text("/account/phone"))
                .isEqualTo("139****" + phone.substring(7));
        assertThat(first.proves("smsCode", code, "universityId", "1").code()).isEqualTo("LINKED_FAILED");

        Answer again = Traveller.toQnzs(client).arrivesAs(person);
        assertThat(again.text("/outcome")).isEqualTo("SIGNED_IN");
        assertThat(again.json().get("account")).isEqualTo(made.json().get("account"));
        Client member = client.with(again.text("/session"));
        assertThat(member.get("/api/devices").json().path("items")).hasSize(2);
        assertThat(member.delete("/api/devices").status()).isEqualTo(204);
        assertThat(member.get("/api/me").code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(Tables.dump()).doesNotContain(phone, person.subject());
        assertThat(log.getAll()).doesNotContain(phone, person.subject(), first.ticket, again.text("/session"));
    }

    /** Break: link whoever has the provider's phone when redeeming. */
    @Test
    @DisplayName("§2 a phone the provider calls verified opens nobody's account")
    void theProvidersPhoneIsNoProof() {
        String phone = People.phone();
        People.member(phone);
        Traveller thief = Traveller.toQnzs(client);
        Answer asked = thief.arrivesAs(Person.of(phone));
        Answer forNobody = Traveller.toQnzs(client).arrivesAs(Person.of(phone.substring(0, 7) + "0000"));
        assertThat(asked.text("/outcome")).isEqualTo("PROOF_NEEDED");
        assertThat(asked.body().replace(phone.substring(7), "0000"))
                .as("the same whether or not the phone has an account")
                .isEqualTo(forNobody.body());
        assertThat(thief.proves().errors()).containsExactly("smsCode:SMS_CODE_EXPIRED");
        assertThat(thief.proves("password", "wrong-wrong").code()).isEqualTo("LOGIN_FAILED");
        assertThat(thief.proves("smsCode", "246810").errors()).containsExactly("smsCode:SMS_CODE_EXPIRED");
        assertThat(linksOf(phone)).isZero();
        Answer owner = thief.proves("password", People.PASSWORD);
        assertThat(owner.text("/outcome")).isEqualTo("SIGNED_IN");
        assertThat(linksOf(phone)).isOne();
    }

    /** Break: answer UNIVERSITY_NEEDED before the code was checked. */
    @Test
    @DisplayName("§2 without the code no answer tells whether a phone has an account")
    void nothingTellsWhetherThereIsAnAccount() {
        String known = People.phone();
        People.member(known);
        String nobody = People.phone();
        Traveller curious = Traveller.toYht(client);
        assertThat(curious.arrivesAs(new Person("curious-" + known, null, false))
                        .text("/phone"))
                .isNull();
        assertThat(curious.asksForCode(null).errors()).containsExactly("phone:PHONE_INVALID");
        assertThat(curious.asksForCode(known).body())
                .isEqualTo(curious.asksForCode(nobody).body());
        for (String[] guess : new String[][] {{"password", "wrong-wrong"}, {"smsCode", "000000"}}) {
            Answer forKnown = curious.proves("phone", known, guess[0], guess[1]);
            assertThat(forKnown.status()).isGreaterThanOrEqualTo(400);
            assertThat(curious.proves("phone", nobody, guess[0], guess[1]).body())
                    .isEqualTo(forKnown.body());
        }
    }

    @Test
    @DisplayName("§2 a number the provider has not verified is not offered; another may be proven instead")
    void anotherPhoneMayBeProven() {
        String stale = People.phone();
        String mine = People.phone();
        Client member = People.member(mine);
        Traveller traveller = Traveller.toQnzs(client);
        Answer asked = traveller.arrivesAs(new Person("unverified-" + mine, stale, false));
        assertThat(asked.text("/phone")).isNull();
        assertThat(traveller.asksForCode(mine).status()).isEqualTo(202);
        Answer proven = traveller.proves("phone", mine, "smsCode", People.smsReceived(mine));
        assertThat(proven.status()).as(proven.body()).isEqualTo(201);
        assertThat(proven.text("/account/id")).isEqualTo(member.get("/api/me").text("/account/id"));
    }

    /** Break: leave the unique keys and the look at the owner out of LinkedDesk.add. */
    @Test
    @DisplayName("§2 who is signed in links, lists and unlinks; one person there is one account here")
    void aMemberLinksAndUnlinks() {
        Client member = People.member();
        Person person = Person.of(People.phone());
        assertThat(Traveller.toYht(member).arrivesAs(person).text("/outcome")).isEqualTo("LINKED");
        assertThat(Traveller.toYht(member).arrivesAs(person).text("/outcome")).isEqualTo("LINKED");
        Answer list = member.get("/api/linked");
        assertThat(list.text("/items/0/linkedAt")).isNull();
        assertThat(list.text("/items/1/id")).isEqualTo("yht");
        assertThat(list.text("/items/1/linkedAt")).isNotNull();
        assertThat(Traveller.toYht(member).arrivesAs(Person.of(null)).code()).isEqualTo("LINKED_ALREADY");
        Client other = People.member();
        assertThat(Traveller.toYht(other).arrivesAs(person).code()).isEqualTo("LINKED_ELSEWHERE");
        assertThat(other.delete("/api/linked/yht").code()).isEqualTo("LINKED_UNKNOWN");
        assertThat(member.delete("/api/linked/yht").status()).isEqualTo(204);
        assertThat(member.delete("/api/linked/yht").status()).isEqualTo(404);
        assertThat(Traveller.toYht(client).arrivesAs(person).text("/outcome")).isEqualTo("PROOF_NEEDED");
        assertThat(Traveller.toYht(other).arrivesAs(person).text("/outcome")).isEqualTo("LINKED");
        assertThat(Tables.rows("SELECT action FROM audit WHERE detail = 'yht' ORDER BY id"))
                .contains("account.linked", "account.unlinked");
    }

    @Test
    @DisplayName("§2 an account that is gone holds nobody's link up")
    void anAccountThatIsGoneFreesItsLinks() {
        String phone = People.phone();
        Client member = People.member(phone);
        Person person = Person.of(phone);
        Traveller.toQnzs(member).arrivesAs(person);
        String id = member.get("/api/me").text("/account/id");
        Tables.run(RunningApi.DATABASE, "DELETE FROM account WHERE id = " + id);
        Traveller back = Traveller.toQnzs(client);
        assertThat(back.arrivesAs(person).text("/outcome")).isEqualTo("PROOF_NEEDED");
        back.asksForCode(null);
        Answer made = back.proves("smsCode", People.smsReceived(phone), "universityId", "1");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private static long linksOf(String phone) {
        Answer signedIn =
                RunningApi.client().post("/api/sessions", Map.of("phone", phone, "password", People.PASSWORD));
        return RunningApi.client()
                .with(signedIn.text("/session"))
                .get("/api/linked")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> !item.path("linkedAt").isNull())
                .count();
    }
}
