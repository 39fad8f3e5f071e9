package cn.tuanwu.api.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.erasure.Farewell;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Leftovers;
import cn.tuanwu.trace.Person;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Somebody uses whatever there is, and is then found nowhere: no row, no file, no key, no hash. */
@Tag("transfers")
class ErasureTest {
    private static final String ERASURE = "/api/me/data/erasure";

    /** Break: leave any one room's Erasing out, for example delete the body of RebindErasing.erase. */
    @Test
    void whoWasErasedIsFoundNowhereAndTheOthersAreAsTheyWere() {
        Somebody other = Somebody.approved();
        Somebody one = Somebody.approved();
        one.live();
        assertThat(one.copy().status()).isEqualTo(200);
        Set<String> wanted = one.texts();
        Set<String> bytes = one.bytes();
        bytes.addAll(hashes(one));
        assertThat(Traces.found(Traces.tables(), wanted))
                .as("the markers are planted")
                .hasSizeGreaterThan(8);
        assertThat(Traces.found(Traces.tables(), bytes)).as("and the hashes").hasSizeGreaterThan(15);
        String othersRows = rows(other);
        long members = Tables.number("SELECT SUM(members) FROM member_count WHERE organisation_id = 1001");

        one.client.post(ERASURE, Map.of("password", People.PASSWORD));
        one.decide("chenjing", "ERASURE", "APPROVE");
        long erasure = Tables.number("SELECT id FROM erasure WHERE account_id = " + one.account);
        RunningApi.bean(Farewell.class).carryOut(erasure);
        RunningApi.bean(Leftovers.class).sweep();

        assertThat(Traces.found(Traces.tables(), wanted)).isEmpty();
        assertThat(Traces.found(Traces.tables(), bytes)).isEmpty();
        assertThat(Traces.redis()).doesNotContain(wanted);
        assertThat(Traces.files(wanted)).isEmpty();
        filesAreGone(one);
        assertThat(rows(other)).isEqualTo(othersRows);
        assertThat(Tables.number("SELECT SUM(members) FROM member_count WHERE organisation_id = 1001"))
                .isEqualTo(members - 1);
        assertThat(one.client.get("/api/me").code()).isEqualTo("NOT_SIGNED_IN");
        tombstoneOf(one);
        cameBack(one);
    }

    private static void filesAreGone(Somebody one) {
        FileStore store = RunningApi.bean(FileStore.class);
        assertThat(RunningApi.bean(Leftovers.class).waiting()).isZero();
        assertThat(store.get("form/" + one.form + ".pdf")).isEmpty();
        assertThat(store.get("capture/" + one.form + ".jpg")).isEmpty();
        assertThat(Traces.files(Set.of("photos/" + one.photo))).isEmpty();
    }

    private static void tombstoneOf(Somebody one) {
        assertThat(Tables.rows("SELECT number, branch_id, join_month, reason, ended_by FROM registration_tombstone"
                        + " WHERE number = '" + one.number + "'"))
                .containsExactly(one.number + " | 1001 | 2019-05 | WISH | staff:203");
        assertThat(Tables.rows("SELECT state, registration_id FROM number_use WHERE number = '" + one.number + "'"))
                .containsExactly("VOID | null");
        assertThat(Tables.number("SELECT COUNT(*) FROM audit WHERE action = 'erasure.done' AND subject_id = "
                        + one.account + " AND detail IS NULL"))
                .isEqualTo(1);
    }

    /** The same person, with the same phone and document; the number is nobody's any more. */
    private static void cameBack(Somebody one) {
        Client again = People.member(one.newPhone);
        Map<String, Object> profile = new LinkedHashMap<>(one.profile);
        profile.put("documentNumber", one.corrected);
        assertThat(again.post("/api/registration/submit", profile).errors())
                .containsExactly("memberNumber:MEMBER_NUMBER_TAKEN");
        profile.put("memberNumber", People.profile().get("memberNumber"));
        Answer submitted = again.post("/api/registration/submit", profile);
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        assertThat(Long.parseLong(submitted.text("/registration/id"))).isNotEqualTo(one.registration);
    }

    /** Break: let Farewell.carryOut erase outside its transaction. */
    @Test
    void whatBreaksInTheMiddleChangesNothingAndIsFinishedByAnother() {
        Somebody one = Somebody.approved();
        one.client.post(ERASURE, Map.of("password", People.PASSWORD));
        one.decide("chenjing", "ERASURE", "APPROVE");
        long erasure = Tables.number("SELECT id FROM erasure WHERE account_id = " + one.account);
        AtomicLong dying = dying();
        dying.set(one.account);
        Farewell farewell = RunningApi.bean(Farewell.class);
        assertThatThrownBy(() -> farewell.carryOut(erasure)).hasMessageContaining("died");
        assertThat(Tables.number("SELECT COUNT(*) FROM member WHERE account_id = " + one.account))
                .isEqualTo(1);
        assertThat(Tables.number("SELECT COUNT(*) FROM registration_tombstone WHERE number = '" + one.number + "'"))
                .isZero();
        dying.set(0);
        Tables.run(RunningApi.DATABASE, "UPDATE erasure SET decided_at = '2000-01-01' WHERE id = " + erasure);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Tables.rows("SELECT state FROM erasure WHERE id = " + erasure)
                        .contains("DONE"));
        assertThat(Tables.number("SELECT COUNT(*) FROM registration WHERE id = " + one.registration))
                .isZero();
    }

    /** A room that dies when this account is erased, after the others have erased theirs. */
    private static AtomicLong dying() {
        AtomicLong account = new AtomicLong();
        ConfigurableListableBeanFactory beans = RunningApi.context().getBeanFactory();
        beans.registerSingleton("dying", new Erasing() {
            @Override
            public void erase(Person person) {
                if (person.accountId() == account.get()) {
                    throw new IllegalStateException("died");
                }
            }

            @Override
            public Turn turn() {
                return Turn.ACCOUNT;
            }
        });
        return account;
    }

    @Test
    void onlyItsOwnerAsksTakesItBackAndReadsWhyNot() {
        Somebody one = Somebody.approved();
        assertThat(one.client.get("/api/me/data").text("/way")).isEqualTo("CONFIRMED");
        assertThat(one.client
                        .post(ERASURE, Map.of("password", "wrong-Birch-42"))
                        .errors())
                .containsExactly("password:PASSWORD_WRONG");
        Answer asked = one.client.post(ERASURE, Map.of("password", People.PASSWORD));
        assertThat(asked.text("/state")).as(asked.body()).isEqualTo("PENDING");
        assertThat(one.client.post(ERASURE, Map.of("password", People.PASSWORD)).code())
                .isEqualTo("ERASURE_OPEN");
        assertThat(one.client
                        .post("/api/registration/edits", Map.of("qq", "12345678"))
                        .code())
                .isEqualTo("ERASURE_OPEN");
        assertThat(one.client.post(ERASURE + "/withdraw", Map.of()).text("/state"))
                .isEqualTo("WITHDRAWN");
        assertThat(one.client.post(ERASURE + "/withdraw", Map.of()).code()).isEqualTo("ERASURE_UNKNOWN");
        assertThat(Tables.rows("SELECT state FROM review_task WHERE kind = 'ERASURE' AND registration_id = "
                        + one.registration))
                .containsExactly("CANCELLED");
        one.client.post(ERASURE, Map.of("password", People.PASSWORD));
        one.decide("chenjing", "ERASURE", "RETURN");
        Answer data = one.client.get("/api/me/data");
        assertThat(data.text("/erasure/reason")).contains("请再想想");
        assertThat(data.text("/possible")).isEqualTo("true");
        assertThat(one.client.get("/api/me/messages").text("/items/0/text")).contains("退回了您删除个人信息的申请");
    }

    @Test
    void whoStillServesIsToldWhereAndWhoHasNoRecordClosesTheAccount() {
        Somebody one = Somebody.approved();
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO staff (id, name, account_id) VALUES (" + one.account + ", '运营者', " + one.account + ")");
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO roster (organisation_id, staff_id, role) VALUES (1001, " + one.account + ", 'VIEWER')");
        Answer refused = one.client.post(ERASURE, Map.of("password", People.PASSWORD));
        assertThat(refused.code()).isEqualTo("ERASURE_SERVING");
        assertThat(refused.text("/detail")).contains("南岭大学数学学院2301团支部");
        Tables.run(RunningApi.DATABASE, "DELETE FROM roster WHERE staff_id = " + one.account);
        Client draft = People.member();
        assertThat(draft.get("/api/me/data").text("/way")).isEqualTo("AT_ONCE");
        assertThat(draft.post(ERASURE, Map.of("password", People.PASSWORD)).code())
                .isEqualTo("ERASURE_AT_ONCE");
    }

    /** Break: let CopyController forget to ask for the proof. */
    @Test
    void theCopyHoldsEverythingInClearAndOnlyForWhoWasProvenAMomentAgo() throws IOException {
        Somebody one = Somebody.approved();
        one.live();
        Answer without = one.client.get("/api/me/export.zip");
        assertThat(without.code()).isEqualTo("PROOF_EXPIRED");
        Map<String, String> files = unzip(one.copy().bytes());
        assertThat(files.get("data.json"))
                .contains(one.newPhone, one.phone, one.document, one.corrected, one.name() + "改", "证据" + one.mark)
                .contains("因为" + one.mark, "qnzs", "88", "查看志愿书", "运营者", "realNameChecks", "oa-" + one.mark);
        assertThat(files.get("data.json"))
                .contains("申诉" + one.mark, "请再想想" + one.mark, "申诉未成立", "暂缓" + one.mark, "leavingDelays", "待提交");
        assertThat(files.get("data.pdf")).startsWith("%PDF");
        assertThat(files.keySet()).contains("files/入团志愿书-第1版.pdf", "files/证明照片-" + one.photo + ".jpg");
        String page = "files/志愿书照片-" + one.form + ".jpg";
        assertThat(files).as("the operator may still pick another member").doesNotContainKey(page);
        Tables.run(RunningApi.DATABASE, "UPDATE capture_batch SET state = 'FILING' WHERE id = " + one.form);
        assertThat(unzip(one.copy().bytes()).get(page)).isEqualTo(one.mark);
        assertThat(RunningApi.context().getBeansOfType(Copying.class).values())
                .as("no two rooms, and no room twice, at one place")
                .extracting(Copying::place)
                .doesNotHaveDuplicates();
        assertThat(Tables.number(
                        "SELECT COUNT(*) FROM audit WHERE action = 'data.exported' AND subject_id = " + one.account))
                .isEqualTo(2);
        for (int i = 2; i < Proofs.COPIES_A_DAY; i++) {
            assertThat(one.copy().status()).isEqualTo(200);
        }
        assertThat(one.copy().code()).isEqualTo("EXPORT_TOO_OFTEN");
    }

    /** No font has a letter of the private use area. Break: let WholeCopy draw the paper whatever is in it. */
    @Test
    void aLetterNobodyCanDrawKeepsNothingBackButThePaper() throws IOException {
        Somebody one = Somebody.approved();
        Map<String, Object> wish = Map.of("kind", "INSIDE", "reason", "WORK", "targetId", "1002");
        assertThat(one.client.post("/api/me/transfers", wish).status()).isEqualTo(201);
        long task = Tables.number(
                "SELECT MAX(id) FROM review_task WHERE state = 'OPEN' AND registration_id = " + one.registration);
        Answer returned = People.staff("zhangsan")
                .post(
                        "/api/work/reviews/" + task + "/decision",
                        Map.of("decision", "RETURN", "reason", "OTHER", "note", "请更正\uE123"));
        assertThat(returned.status()).as(returned.body()).isEqualTo(200);
        Answer copy = one.copy();
        assertThat(copy.status()).isEqualTo(200);
        Map<String, String> files = unzip(copy.bytes());
        assertThat(files.get("data.json")).contains("请更正\uE123");
        assertThat(files).doesNotContainKey("data.pdf");
        assertThat(files.get("没有包含的文件.txt")).contains("data.pdf");
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** Those no row of the person names: found by what they are made of. */
    private static Set<String> hashes(Somebody one) {
        Blind blind = RunningApi.bean(Blind.class);
        Set<String> hashes = new TreeSet<>();
        for (String phone : List.of(one.phone, one.newPhone)) {
            for (String kind : List.of("phone", "rebinding phone", "sign-in account")) {
                hashes.add(Traces.hex(blind.of(kind, phone)));
            }
        }
        for (String document : List.of(one.document, one.corrected)) {
            for (String kind : List.of("document", "rebinding document", "realname-document")) {
                hashes.add(Traces.hex(blind.of(kind, document)));
            }
        }
        hashes.add(Traces.hex(blind.of("realname-account", Long.toString(one.account))));
        return hashes;
    }

    private static String rows(Somebody one) {
        return String.join(
                "\n",
                List.of(
                        Tables.rows("SELECT * FROM registration WHERE id = " + one.registration)
                                .toString(),
                        Tables.rows("SELECT * FROM account WHERE id = " + one.account)
                                .toString(),
                        Tables.rows("SELECT * FROM member_line WHERE registration_id = " + one.registration)
                                .toString(),
                        Tables.rows("SELECT * FROM form_line WHERE registration_id = " + one.registration)
                                .toString(),
                        Tables.rows("SELECT * FROM number_use WHERE registration_id = " + one.registration)
                                .toString()));
    }
}
