package cn.tuanwu.api.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.account.LinkedDesk;
import cn.tuanwu.account.LinkedSubject;
import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.form.Form;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.invite.ScanDesk;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.leaving.AgeDesk;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferDesk;
import cn.tuanwu.transfer.Wish;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A member whose every field is a text nobody else has, and who used whatever there is. */
final class Somebody {
    final Map<String, Object> profile = People.profile();
    final String document = profile.get("documentNumber").toString();
    final String corrected = People.residentId(LocalDate.of(2004, 8, 9));
    final String phone = People.phone();
    final String newPhone = People.phone();
    final String number = profile.get("memberNumber").toString();
    final String mark = "zq" + UUID.randomUUID().toString().substring(0, 6);
    Client client;
    long account;
    long registration;
    String photo;
    long form;

    /** Approved by the branch. */
    static Somebody approved() {
        Somebody one = new Somebody();
        one.register();
        one.submit();
        one.decide("zhangsan", "REGISTRATION", "APPROVE");
        return one;
    }

    void register() {
        Map<String, Object> wish = People.wish(phone, People.smsCode(phone, "REGISTER"));
        wish.put("loginCode", Client.key());
        wish.put("scan", RunningApi.bean(ScanDesk.class).arrived("oa-" + mark, "arrival-" + mark));
        Answer made = RunningApi.client().post("/api/accounts", wish);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        RunningApi.bean(ScanDesk.class).arrived("oa-" + mark, "again-" + mark);
        client = RunningApi.client().with(made.text("/session"));
        account = Long.parseLong(client.get("/api/me").text("/account/id"));
    }

    void submit() {
        profile.put("name", name());
        for (String field : List.of("unit", "joinUnit")) {
            profile.put(field, field + "在" + mark);
        }
        profile.put("email", "e" + mark + "@example.org");
        profile.put("wechat", "wx" + mark);
        profile.put("weibo", "weibo" + mark);
        client.put("/api/registration", profile);
        Answer submitted = client.post("/api/registration/submit", profile);
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        registration = Long.parseLong(submitted.text("/registration/id"));
        People.everyRealNameCheckIs(RealName.Result.MATCH);
    }

    /** A name of Chinese letters alone, made of the mark. */
    String name() {
        return "印"
                + mark.chars()
                        .mapToObj(letter -> String.valueOf((char) ('一' + 300 + letter)))
                        .reduce("", String::concat);
    }

    Answer decide(String staff, String kind, String decision) {
        String task = Tables.number("SELECT MAX(id) FROM review_task WHERE state = 'OPEN' AND kind = '" + kind
                        + "' AND registration_id = " + registration)
                + "";
        Map<String, String> words = decision.equals("RETURN")
                ? Map.of("decision", decision, "reason", "OTHER", "note", "请再想想" + mark)
                : Map.of("decision", decision);
        Answer decided = People.staff(staff).post("/api/work/reviews/" + task + "/decision", words);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        return decided;
    }

    /** Whatever a member can do, and what others do about a member. */
    void live() {
        Answer edited = client.post("/api/registration/edits", Map.of("qq", "88" + digits()));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        correct();
        file();
        photograph();
        transfer();
        appeal();
        stay();
        Outcome<?> linked = RunningApi.bean(LinkedDesk.class)
                .link(caller(), new LinkedSubject("qnzs", "https://youth.example.org", "subject-" + mark));
        assertThat(linked).isInstanceOf(Outcome.Done.class);
        Answer told = client.get("/api/me/messages");
        client.post("/api/me/messages/read", Map.of("upTo", told.text("/items/0/id")));
        RunningApi.client().post("/api/sessions", Map.of("phone", phone, "password", "wrong-" + mark));
        moveToNewPhone();
        RunningApi.client().post("/api/sessions", Map.of("phone", newPhone, "password", "wrong-" + mark));
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO intake_line (intake_id, line_no, state, cells_sealed, fault, registration_id) VALUES (1, "
                        + registration % 100_000 + ", 'DONE', 'sealed-" + mark + "', '" + name() + "', " + registration
                        + ")");
    }

    private void correct() {
        HttpRequest.Builder request = client.request("/api/registration/photos")
                .header("Content-Type", "image/png")
                .header("Idempotency-Key", Client.key())
                .POST(HttpRequest.BodyPublishers.ofByteArray(picture()));
        Answer kept = client.send(request);
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        photo = kept.text("/id");
        Answer asked = client.post(
                "/api/registration/corrections",
                Map.of(
                        "changes",
                        Map.of("documentNumber", corrected, "name", name() + "改"),
                        "evidence",
                        "证据" + mark,
                        "photos",
                        List.of(photo)));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        decide("chenjing", "CORRECTION", "APPROVE");
        People.everyRealNameCheckIs(RealName.Result.MATCH);
    }

    private void file() {
        byte[] paper = ("paper " + mark + phone).getBytes(StandardCharsets.UTF_8);
        Outcome<Form> filed = RunningApi.bean(FormDesk.class)
                .file(
                        new Caller.Staff(201, "张三"),
                        registration,
                        new FormDesk.Incoming(paper, paper, 1, Form.Source.PAGE));
        form = ((Outcome.Done<Form>) filed).value().id();
        RunningApi.bean(FormDesk.class).view(new Caller.Staff(201, "张三"), form);
    }

    private void photograph() {
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO capture_batch (id, staff_id, state, registration_id, touched_at) VALUES (" + form
                        + ", 201, 'ASIDE', " + registration + ", UTC_TIMESTAMP(3))");
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO capture_page (id, batch_id, origin, in_chat, state, sent_at, sent_no, slot_at, slot_no)"
                        + " VALUES (" + form + ", " + form + ", UNHEX(SHA2('" + mark
                        + "', 256)), 0, 'READY', UTC_TIMESTAMP(3), '1', UTC_TIMESTAMP(3), '1')");
        RunningApi.bean(FileStore.class)
                .put("capture/" + form + ".jpg", mark.getBytes(StandardCharsets.UTF_8), "image/jpeg");
    }

    private void transfer() {
        TransferDesk transfers = RunningApi.bean(TransferDesk.class);
        Wish wish = new Wish(Transfer.Kind.INSIDE, Transfer.Reason.OTHER, "因为" + mark, "去" + mark, 1002L, null);
        Outcome<Transfer> started = transfers.start(caller(), wish);
        assertThat(started).as(started.toString()).isInstanceOf(Outcome.Done.class);
        long id = ((Outcome.Done<Transfer>) started).value().id();
        assertThat(transfers.withdraw(caller(), id, "不去了" + mark)).isInstanceOf(Outcome.Done.class);
    }

    /** A transfer sent back, an appeal against that, refused as well. */
    private void appeal() {
        Map<String, Object> wish = Map.of("kind", "INSIDE", "reason", "WORK", "unit", "新单位" + mark, "targetId", "1002");
        Answer started = client.post("/api/me/transfers", wish);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        decide("zhangsan", "TRANSFER", "RETURN");
        Answer appealed = client.post(
                "/api/me/transfers/" + started.text("/id") + "/appeal",
                Map.of("words", "申诉" + mark, "photos", List.of()));
        assertThat(appealed.text("/appeal/state")).as(appealed.body()).isEqualTo("OPEN");
        decide("chenjing", "APPEAL", "RETURN");
    }

    /** The branch says why somebody stays who turned 28. */
    private void stay() {
        Caller.Reviewer maths = new Caller.Reviewer(new Seat(
                "org-account:100",
                "团委",
                RunningApi.bean(OrgDesk.class).find(100).orElseThrow(),
                Seat.Role.ADMIN));
        String until = ChinaTime.date(Instant.now()).plusDays(30).toString();
        Outcome<?> postponed = RunningApi.bean(AgeDesk.class).postpone(maths, registration, until, "暂缓" + mark);
        assertThat(postponed).isInstanceOf(Outcome.Done.class);
    }

    private void moveToNewPhone() {
        String code = People.smsCode(newPhone, "CHANGE_PHONE");
        Answer changed =
                client.post("/api/me/phone", Map.of("phone", newPhone, "smsCode", code, "password", People.PASSWORD));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    Caller.OwnAccount caller() {
        return new Caller.OwnAccount(account);
    }

    Answer copy() {
        Answer proven = client.post("/api/me/data/proof", Map.of("password", People.PASSWORD));
        assertThat(proven.status()).as(proven.body()).isEqualTo(200);
        return client.send(client.request("/api/me/export.zip")
                .header("X-Proof", proven.text("/proof"))
                .GET());
    }

    /** What is in clear of this person, anywhere. */
    Set<String> texts() {
        return new TreeSet<>(Set.of(mark, name(), document, corrected, phone, newPhone, "88" + digits()));
    }

    /** Every sealed value and keyed hash that is this person's. */
    Set<String> bytes() {
        Set<String> all = new TreeSet<>();
        for (String table : List.of("account_linked", "rebinding")) {
            all.addAll(Traces.bytesOf("SELECT * FROM " + table + " WHERE account_id = " + account));
        }
        for (String table : List.of("registration_edit", "transfer", "form", "intake_line")) {
            all.addAll(Traces.bytesOf("SELECT * FROM " + table + " WHERE registration_id = " + registration));
        }
        all.addAll(Traces.bytesOf("SELECT * FROM account WHERE id = " + account));
        all.addAll(Traces.bytesOf("SELECT * FROM registration WHERE id = " + registration));
        all.addAll(Traces.bytesOf("SELECT * FROM realname_check WHERE account_id = " + account));
        all.addAll(
                Traces.bytesOf("SELECT * FROM sms_code WHERE phone_blind = (SELECT phone_blind FROM account WHERE id = "
                        + account + ")"));
        all.addAll(Traces.bytesOf("SELECT idem_key, answer FROM idempotency WHERE caller = 'ACCOUNT:" + account + "'"));
        return all;
    }

    private String digits() {
        return String.format("%07d", Math.abs(mark.hashCode()) % 10_000_000);
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
