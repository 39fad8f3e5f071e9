package cn.tuanwu.api.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Someone at a desk with a pile of scanned forms. */
final class Desk {
    static final String FORMS = "/api/console/forms";
    private static final String BOUNDARY = "----form-of-a-browser";

    /** As it lies on somebody's disk. */
    record Sheet(String name, byte[] content) {}

    /** An approved member. */
    record Person(String name, String phone, String registration) {
        String file() {
            return name + "+" + phone + "+入团志愿书.pdf";
        }
    }

    private Desk() {}

    static Person member(String name) {
        return member(name, "1001", "sx-tuanwei");
    }

    static Person member(String name, String branch, String committee) {
        Person applicant = applicant(name, branch);
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        String task = Tables.rows("SELECT id FROM review_task WHERE state = 'OPEN' AND registration_id = "
                        + applicant.registration)
                .get(0);
        Answer approved = People.committee(committee)
                .post("/api/console/reviews/" + task + "/decision", Map.of("decision", "APPROVE"));
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        return applicant;
    }

    static Person applicant(String name, String branch) {
        String phone = People.phone();
        Client member = People.member(phone);
        Map<String, Object> profile = People.profileWith("name", name);
        profile.put("branchId", branch);
        Answer submitted = member.post("/api/registration/submit", profile);
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        return new Person(name, phone, submitted.text("/registration/id"));
    }

    static Answer handIn(Client client, String key, Sheet... sheets) {
        return send(client, key, body(List.of(sheets), true));
    }

    static Answer handIn(Client client, Sheet... sheets) {
        return handIn(client, Client.key(), sheets);
    }

    static Answer send(Client client, String key, byte[] body) {
        return client.send(client.request(FORMS)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    static byte[] body(List<Sheet> sheets, boolean whole) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        sheets.forEach(sheet -> {
            body.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + sheet.name + "\"\r\nContent-Type: application/pdf\r\n\r\n"));
            body.writeBytes(sheet.content);
            body.writeBytes(text("\r\n"));
        });
        return whole ? join(body, "--" + BOUNDARY + "--\r\n") : body.toByteArray();
    }

    private static byte[] join(ByteArrayOutputStream body, String end) {
        body.writeBytes(text(end));
        return body.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What is in the store of forms. */
    static long stored() {
        Path folder = Path.of(RunningApi.context().getEnvironment().getProperty("TUANWU_FILES"), "objects", "form");
        return Files.exists(folder) ? count(folder, "") : 0;
    }

    /** What was left on this machine while or after files arrived, with a name or without one. */
    static long leftOver() {
        long named = count(Path.of(System.getProperty("java.io.tmpdir")), "tuanwu-form");
        Path open = Path.of("/proc/self/fd");
        if (!Files.exists(open)) {
            return named;
        }
        try (Stream<Path> files = Files.list(open)) {
            return named
                    + files.filter(file -> target(file).contains("tuanwu-form")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static long count(Path folder, String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
