package cn.tuanwu.api.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.FakeProvider;
import cn.tuanwu.api.FakeProvider.Person;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Product §2: what somebody tries who wants to be somebody else, or wants somebody else to be them. */
@Tag("registration")
class LinkedAttacksTest {
    private final Client client = RunningApi.client();
    private final FakeProvider provider = RunningApi.YOUTH;

    @AfterEach
    void honestAgain() {
        provider.honest();
        RunningApi.LEAGUE.honest();
    }

    /** Break: in Provider.person parse the ID token's claims instead of validating it. */
    @TestFactory
    @DisplayName("§2 a token that does not prove who came signs nobody in")
    Stream<DynamicTest> aBadTokenSignsNobodyIn() {
        Map<String, Runnable> lies = new LinkedHashMap<>();
        lies.put("wrong nonce", () -> provider.claim(token -> token.claim("nonce", "another")));
        lies.put("no nonce", () -> provider.claim(token -> token.claim("nonce", null)));
        lies.put("another's audience", () -> provider.claim(token -> token.audience("another-client")));
        lies.put("another issuer", () -> provider.claim(token -> token.issuer("https://elsewhere.example.org")));
        lies.put(
                "expired",
                () -> provider.claim(
                        token -> token.issueTime(Date.from(Instant.now().minusSeconds(7200)))
                                .expirationTime(Date.from(Instant.now().minusSeconds(3600)))));
        lies.put("no end", () -> provider.claim(token -> token.expirationTime(null)));
        lies.put("a foreign key under the published name", provider::signWithForeignKey);
        lies.put("no signature", () -> provider.sealWith(claims -> new PlainJWT(claims).serialize()));
        lies.put("signed with our own secret", () -> provider.sealWith(LinkedAttacksTest::withOurSecret));
        lies.put("the user info of somebody else", () -> provider.sayUserInfoOf("somebody-else"));
        return lies.entrySet().stream()
                .map(lie -> dynamicTest(lie.getKey(), () -> {
                    provider.honest();
                    Traveller traveller = Traveller.toQnzs(client);
                    lie.getValue().run();
                    Answer page = traveller.comesBackAs(Person.of(People.phone()));
                    provider.honest();
                    assertThat(page.status()).as(page.body()).isEqualTo(401);
                    assertThat(page.body()).contains("登录没有完成").doesNotContain("?code=");
                    assertThat(traveller.redeems("anything").code()).isEqualTo("LINKED_FAILED");
                }));
    }

    /** Break: in Journeys.take read with get instead of getAndDelete. */
    @Test
    @DisplayName("§2 state and code are good once")
    void nothingIsGoodTwice() {
        Traveller traveller = Traveller.toQnzs(client);
        Person person = Person.of(People.phone());
        String back = provider.signIn(traveller.address, person);
        String code = Traveller.codeOn(client.get(back));
        assertThat(client.get(back).status()).as("the same address again").isEqualTo(401);
        assertThat(traveller.comesBackAs(person).status())
                .as("a fresh code under the old state")
                .isEqualTo(401);
        assertThat(traveller.redeems(code).text("/outcome")).isEqualTo("PROOF_NEEDED");
        assertThat(traveller.redeems(code).code()).isEqualTo("LINKED_FAILED");
    }

    /** Break: leave the comparison of the code out of LinkedSessionController.redeem. */
    @Test
    @DisplayName("§2 who sends a victim their own address gets nothing of the victim's sign-in")
    void aForeignLinkGivesItsSenderNothing() {
        Person victim = Person.of(People.phone());
        Traveller.toQnzs(People.member()).arrivesAs(victim);
        Traveller attacker = Traveller.toQnzs(client);
        Answer shownToVictim = attacker.comesBackAs(victim);
        assertThat(Traveller.codeOn(shownToVictim)).isNotEmpty();
        Answer refused = attacker.redeems("a-guess");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("LINKED_FAILED");
        assertThat(attacker.redeems(Traveller.codeOn(shownToVictim)).code())
                .as("one wrong guess ends it")
                .isEqualTo("LINKED_FAILED");
    }

    /** Break: find Returned by the code alone. */
    @Test
    @DisplayName("§2 a victim's mini-program does not take a sign-in it did not begin")
    void aSwappedTicketOpensNothing() {
        Person attacker = Person.of(People.phone());
        Traveller.toQnzs(People.member()).arrivesAs(attacker);
        String sentToVictim = Traveller.codeOn(Traveller.toQnzs(client).comesBackAs(attacker));
        Traveller victim = Traveller.toQnzs(client);
        assertThat(victim.redeems(sentToVictim).code()).isEqualTo("LINKED_FAILED");
    }

    /** Break: leave the code verifier out of Provider.tokens, and its check out of the provider. */
    @Test
    @DisplayName("§2 a provider's code is of no use under another's state")
    void anInjectedCodeIsRefused() {
        Person attacker = Person.of(People.phone());
        String attackersWay = provider.signIn(Traveller.toQnzs(client).address, attacker);
        Traveller victim = Traveller.toQnzs(client);
        String code = FakeProvider.query(URI.create(attackersWay).getRawQuery()).get("code");
        String state =
                FakeProvider.query(URI.create(victim.address).getRawQuery()).get("state");
        Answer page = client.get("/api/linked/qnzs/return?code=" + code + "&state=" + state);
        assertThat(page.status()).isEqualTo(401);
    }

    /** Break: leave the comparison of the provider out of ReturnController. */
    @Test
    @DisplayName("§2 what began at one provider does not end at another")
    void providersAreNotMixedUp() {
        Traveller traveller = Traveller.toQnzs(client);
        String back = provider.signIn(traveller.address, Person.of(People.phone()));
        int shown = RunningApi.LEAGUE.exchanges();
        assertThat(client.get(back.replace("/qnzs/", "/yht/")).status()).isEqualTo(401);
        assertThat(RunningApi.LEAGUE.exchanges())
                .as("the other one never sees the code")
                .isEqualTo(shown);
        Traveller other = Traveller.toQnzs(client);
        String named = provider.signIn(other.address, Person.of(People.phone())) + "&iss=https://elsewhere.example.org";
        assertThat(client.get(named).status()).isEqualTo(401);
    }

    /** Break: leave the filter on the member out of LinkedSessionController.link. */
    @Test
    @DisplayName("§2 who signed in as somebody else meanwhile links nothing")
    void aLinkBelongsToWhoBegan() {
        Traveller member = Traveller.toYht(People.member());
        String code = Traveller.codeOn(member.comesBackAs(Person.of(People.phone())));
        Client other = People.member();
        Answer refused = other.post("/api/sessions/linked", Map.of("ticket", member.ticket, "code", code));
        assertThat(refused.code()).isEqualTo("LINKED_FAILED");
        assertThat(other.get("/api/linked").text("/items/1/linkedAt")).isNull();
    }

    /** Break: put the state or an address of the request into ReturnPage. */
    @Test
    @DisplayName("§2 the page that comes back leads nowhere else and runs nothing else")
    void theReturnPageIsNoOpenRedirect() {
        String evil = "%22%3E%3Cscript%3Ealert(1)%3C/script%3Ehttps://evil.example.org";
        Answer page = client.get("/api/linked/qnzs/return?state=" + evil + "&code=" + evil + "&error=" + evil
                + "&redirect_uri=https://evil.example.org&url=https://evil.example.org");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("Location")).isNull();
        assertThat(page.body()).doesNotContain("evil", "alert");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'nonce-")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        Traveller traveller = Traveller.toQnzs(client);
        assertThat(traveller.address).startsWith(provider.issuer() + "/authorize?");
        assertThat(FakeProvider.query(URI.create(traveller.address).getRawQuery()))
                .containsEntry("redirect_uri", "http://127.0.0.1:8080/api/linked/qnzs/return")
                .containsEntry("code_challenge_method", "S256");
        assertThat(traveller.address).doesNotContain(traveller.ticket);
    }

    @Test
    @DisplayName("§2 who says no there is told so and may begin again")
    void whoSaysNoMayBeginAgain() {
        Traveller traveller = Traveller.toQnzs(client);
        String state =
                FakeProvider.query(URI.create(traveller.address).getRawQuery()).get("state");
        Answer page = client.get("/api/linked/qnzs/return?error=access_denied&state=" + state);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("没有登录", "/pages/linked/linked?ended=1");
    }

    /** Break: in Provider.patiently let IOException be FAILED. */
    @Test
    @DisplayName("§2 a provider that is down is named as the cause, and keeps nobody else out")
    void aProviderThatIsDownIsToldSo() {
        Traveller traveller = Traveller.toQnzs(client);
        provider.breakDown();
        Answer page = traveller.comesBackAs(Person.of(People.phone()));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("对方登录服务暂时没有回应");
        provider.honest();
        String phone = People.phone();
        assertThat(People.member(phone).get("/api/me").status()).isEqualTo(200);
        assertThat(Traveller.toQnzs(client).arrivesAs(Person.of(phone)).text("/outcome"))
                .isEqualTo("PROOF_NEEDED");
    }

    private static String withOurSecret(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner("sandbox-tuanwu-qnzs-sandbox-tuanwu-qnzs"));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
