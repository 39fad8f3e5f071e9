package cn.tuanwu.sandbox.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** What comes after: the branch writes down the ceremony (入团仪式), the member takes a copy of everything along. */
final class LaterLife {
    private static final String ZHANG = "zhangsan";
    private static final String PICTURE = "/paper/page-1.jpg";

    private final Steps steps;
    private final URI address;
    private final Member member;

    LaterLife(Steps steps, URI address, Member member) {
        this.steps = steps;
        this.address = address;
        this.member = member;
    }

    void isWrittenDown() {
        ApiClient branch = steps.step("张三 opens 入团仪式 and looks for the member", () -> WorkPage.of(address, ZHANG));
        JsonNode found = steps.step("who took no oath yet", () -> candidate(branch));
        JsonNode held = steps.step("hands in a picture and writes the ceremony down", () -> recorded(branch, found));
        steps.step("the oath is the member's from now on, and taken once", () -> {
            Member.expect(recordedAgain(branch, found), "code", "CEREMONY_OATH_TAKEN");
            return branch.get("/api/work/ceremonies/" + held.path("id").asString(""))
                    .ok();
        });
    }

    void isTakenAlong() {
        String proof = steps.step("The member proves once more who asks", member::proof);
        steps.step("takes a copy of everything along: data, paper, volunteer form", () -> copied(proof));
        steps.step("which the proof was good for once", () -> {
            Member.expect(member.copy(proof).body(), "code", "PROOF_EXPIRED");
            return proof;
        });
    }

    private JsonNode candidate(ApiClient branch) {
        JsonNode places = branch.get("/api/work/ceremonies").ok().path("places");
        String phone = member.person().phone();
        Map<String, Object> wanted =
                Map.of("organisation", places.path(0).path("id").asString(""), "name", phone);
        JsonNode found = branch.post("/api/work/ceremonies/members", wanted).ok();
        JsonNode one = found.path("items").path(0);
        if (one.path("taken").asBoolean(true) || one.toString().contains(phone)) {
            throw new Unexpected("the member, masked, without an oath", found);
        }
        return one;
    }

    private JsonNode recorded(ApiClient branch, JsonNode candidate) {
        return branch.post("/api/work/ceremonies", ceremony(branch, candidate)).ok();
    }

    private JsonNode recordedAgain(ApiClient branch, JsonNode candidate) {
        JsonNode refused =
                branch.post("/api/work/ceremonies", ceremony(branch, candidate)).body();
        return refused.path("errors").isEmpty()
                ? refused
                : refused.path("errors").path(0);
    }

    private Map<String, Object> ceremony(ApiClient branch, JsonNode candidate) {
        String picture = branch.picture("/api/work/ceremonies/photos", pictureBytes())
                .ok()
                .path("id")
                .asString("");
        LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
        return Map.of(
                "organisationId",
                candidate.path("branch").path("id").asString(""),
                "heldAt",
                yesterday + "T15:30",
                "place",
                "学术报告厅",
                "theme",
                "青春向党",
                "host",
                "王老师",
                "oathLeader",
                "李书记",
                "attendance",
                40,
                "programme",
                List.of("ANTHEM", "OATH", "SONG"),
                "registrationIds",
                List.of(candidate.path("registrationId").asString("")),
                "photos",
                List.of(picture));
    }

    private List<String> copied(String proof) throws IOException {
        ApiClient.Answer zip = member.copy(proof);
        List<String> names = new ArrayList<>();
        String data = "";
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().equals("data.json")) {
                    data = new String(entries.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        boolean whole = data.contains(member.person().idNumber()) && data.contains("学术报告厅");
        if (!whole || names.size() < 3) {
            throw new Unexpected("everything in clear, with its papers", names);
        }
        return names;
    }

    private static byte[] pictureBytes() {
        try (InputStream picture = LaterLife.class.getResourceAsStream(PICTURE)) {
            return picture.readAllBytes();
        } catch (IOException e) {
            throw new Unexpected(PICTURE, e);
        }
    }
}
