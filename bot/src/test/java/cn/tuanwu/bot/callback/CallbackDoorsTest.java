package cn.tuanwu.bot.callback;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.bot.support.Phones.Answer;
import cn.tuanwu.bot.support.Phones.Sealed;
import cn.tuanwu.bot.support.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import me.chanjar.weixin.common.util.crypto.SHA1;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is not really from the platform, or not lately, leaves nothing behind. */
@BotTest
@Tag("story")
class CallbackDoorsTest {
    private static final String HELLO =
            "<FromUserName>zhangsan</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>hi</Content>";

    @Autowired
    Phones phones;

    @Autowired
    JdbcTemplate database;

    private int before;

    @BeforeEach
    void countTheInbox() {
        before = inbox();
    }

    @Test
    void aWrongSignatureIsRefused(CapturedOutput output) {
        Sealed right = phones.weCom(HELLO);
        String wrong = right.query().replaceFirst("msg_signature=..", "msg_signature=zz");
        refused(403, phones.send(new Sealed(right.path(), wrong, right.body())), output);
    }

    @Test
    void anotherCorpsMessageIsRefusedThoughItsSignatureIsRight(CapturedOutput output) {
        refused(403, phones.send(phones.weComFrom("wwsomebodyelse", HELLO)), output);
    }

    @Test
    void aMessageSealedForAnotherCorpIsRefusedThoughItNamesUs(CapturedOutput output) {
        refused(403, phones.send(phones.weComSealedFor("wwsomebodyelse", HELLO)), output);
    }

    @Test
    void anotherAddresseeInTheEnvelopeIsRefused(CapturedOutput output) {
        Sealed right = phones.weCom(HELLO);
        refused(
                403,
                phones.send(new Sealed(right.path(), right.query(), right.body().replace(Secrets.CORP, "wwother"))),
                output);
    }

    @Test
    void anOldTimestampIsRefusedAndSoIsOneFromTheFuture(CapturedOutput output) {
        long now = Instant.now().getEpochSecond();
        refused(403, phones.send(phones.weComAt(now - 700, HELLO)), output);
        refused(403, phones.send(phones.weComAt(now + 700, HELLO)), output);
        assertThat(phones.send(phones.weComAt(now - 500, HELLO)).status()).isEqualTo(200);
    }

    @Test
    void aTruncatedBodyIsRefused(CapturedOutput output) {
        Sealed right = phones.weCom(HELLO);
        String half = right.body().substring(0, right.body().length() / 2);
        refused(400, phones.send(new Sealed(right.path(), right.query(), half)), output);
        refused(400, phones.send(new Sealed(right.path(), right.query(), "")), output);
    }

    @Test
    void aTruncatedCiphertextIsRefused(CapturedOutput output) {
        String encrypted = Phones.element(phones.weCom(HELLO).body(), "Encrypt").substring(0, 60);
        String time = Long.toString(Instant.now().getEpochSecond());
        String query =
                "msg_signature=" + SHA1.gen(Secrets.TOKEN, time, "n", encrypted) + "&timestamp=" + time + "&nonce=n";
        String body = "<xml><ToUserName>" + Secrets.CORP + "</ToUserName><Encrypt>" + encrypted + "</Encrypt></xml>";
        refused(403, phones.send(new Sealed("/callback/wecom", query, body)), output);
    }

    @Test
    void aHugeBodyIsRefusedAndNotKept(CapturedOutput output) {
        Sealed right = phones.weCom(HELLO);
        String huge = right.body().replace("</xml>", "<Pad>" + "x".repeat(5 << 20) + "</Pad></xml>");
        refused(413, phones.send(new Sealed(right.path(), right.query(), huge)), output);
    }

    @Test
    void aDtdIsRefusedBeforeAnythingIsRead(CapturedOutput output) {
        Sealed right = phones.weCom(HELLO);
        String dtd = "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + right.body();
        refused(400, phones.send(new Sealed(right.path(), right.query(), dtd)), output);
        refused(400, phones.send(new Sealed(right.path(), right.query(), "<!DOCTYPE xml>" + right.body())), output);
    }

    @Test
    void missingParametersAreRefused(CapturedOutput output) {
        Sealed right = phones.weCom(HELLO);
        refused(400, phones.send(new Sealed(right.path(), "", right.body())), output);
        refused(
                400,
                phones.send(new Sealed(right.path(), right.query().replace("&nonce", "&x"), right.body())),
                output);
        refused(400, phones.send(new Sealed(right.path(), "echostr=a", null)), output);
        refused(400, phones.send(new Sealed("/callback/oa", "echostr=a", null)), output);
    }

    @Test
    void anOfficialAccountInPlainModeIsRefused(CapturedOutput output) {
        Sealed right = phones.account(HELLO);
        refused(
                400,
                phones.send(new Sealed(right.path(), right.query().replace("&encrypt_type=aes", ""), right.body())),
                output);
    }

    @Test
    void theOfficialAccountsAddressIsProvedInClear() {
        String time = Long.toString(Instant.now().getEpochSecond());
        String query =
                "signature=" + SHA1.gen(Secrets.TOKEN, time, "n") + "&timestamp=" + time + "&nonce=n&echostr=5577";
        assertThat(phones.send(new Sealed("/callback/oa", query, null)).raw()).isEqualTo("5577");
        assertThat(phones.send(new Sealed("/callback/oa", query.replace("nonce=n", "nonce=m"), null))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDuplicateDeliveryIsKeptOnce() {
        Sealed hello = phones.weCom(HELLO + "<MsgId>" + System.nanoTime() + "</MsgId>");
        Answer first = phones.send(hello);
        Answer second = phones.send(hello);
        assertThat(first.message()).contains("MsgType").contains("帮助");
        assertThat(second.status()).isEqualTo(200);
        assertThat(inbox()).isEqualTo(before + 1);
    }

    @Test
    void whatIsKeptIsSealed() {
        phones.sayAtWork("zhangsan", "PLAINWORDS");
        byte[] kept = database.queryForObject("SELECT payload FROM inbox ORDER BY id DESC LIMIT 1", byte[].class);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("PLAINWORDS");
    }

    private void refused(int status, Answer answer, CapturedOutput output) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.raw()).isEmpty();
        assertThat(inbox()).isEqualTo(before);
        assertThat(output.getAll())
                .contains("was refused")
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
    }

    private int inbox() {
        return database.queryForObject("SELECT COUNT(*) FROM inbox", Integer.class);
    }
}
