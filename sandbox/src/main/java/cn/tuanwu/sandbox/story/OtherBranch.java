package cn.tuanwu.sandbox.story;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The member goes to another college: four organisations agree, one after the other (组织关系转接). */
final class OtherBranch {
    private static final String ZHANG = "zhangsan";
    private static final String ZHAO = "zhaomin";
    private static final Story.Admin PROVINCE = new Story.Admin("nl-tuanwei", "Demo-2026-tuan");

    private final Steps steps;
    private final URI address;
    private final PhoneClient phones;
    private final ApiClient committee;
    private final Member member;
    private String transfer;

    /** @param committee the console of the committee above the member's branch */
    OtherBranch(Steps steps, URI address, PhoneClient phones, ApiClient committee, Member member) {
        this.steps = steps;
        this.address = address;
        this.phones = phones;
        this.committee = committee;
        this.member = member;
    }

    void takesTheMember() {
        Set<String> seen = phones.cards(ZHANG).stream().map(Change::id).collect(Collectors.toSet());
        ApiClient physicists = steps.step("赵敏 of the physicists opens 组织关系转接", () -> WorkPage.of(address, ZHAO));
        steps.step("and claims the member, by name and document", () -> claimed(physicists));
        JsonNode card = steps.step(
                "the branch that lets go is asked first: a card for 张三",
                () -> phones.awaitCard(
                        ZHANG,
                        "a card about the transfer",
                        one -> !seen.contains(Change.id(one))
                                && one.path("rows").toString().contains("转入")));
        steps.step("赵敏 sees name and masked document, and no more", () -> little(physicists));
        steps.step("张三 taps 同意", () -> phones.click(ZHANG, Change.id(card), "approve", Map.of()));
        steps.step("its superior agrees at the console", () -> agreed(committee, "OUT_SUPERIOR"));
        ApiClient province = steps.step("the province signs in", () -> new Console(steps, address).signedIn(PROVINCE));
        steps.step("and agrees for the other side", () -> agreed(province, "IN_SUPERIOR"));
        steps.step("the member is the physicists' now, four nodes agreed", () -> arrived(physicists));
    }

    private JsonNode claimed(ApiClient physicists) {
        String branch = PhoneClient.all(
                        physicists.get("/api/work/transfers/codes").ok().path("items"))
                .filter(one -> one.path("name").asString("").contains("物理"))
                .map(one -> one.path("id").asString(""))
                .findFirst()
                .orElseThrow(() -> new Unexpected("赵敏 to serve the physicists' branch", "none"));
        Map<String, Object> wish = Map.of(
                "name", member.person().name(),
                "documentKind", "RESIDENT_ID",
                "documentNumber", member.person().idNumber(),
                "wish", Map.of("kind", "INSIDE", "reason", "STUDY", "targetId", branch));
        JsonNode started = physicists.post("/api/work/transfers/claims", wish).ok();
        transfer = started.path("transfer").path("id").asString("");
        return started;
    }

    private JsonNode little(ApiClient physicists) {
        JsonNode seen = physicists.get("/api/work/transfers/" + transfer).ok();
        boolean whole = seen.toString().contains(member.person().idNumber())
                || !seen.path("phone").isNull();
        if (whole || !seen.path("name").asString("").equals(member.person().name())) {
            throw new Unexpected("the name, the masked document and nothing else", seen);
        }
        return seen;
    }

    /** Once it is their turn: a tap is carried out a moment after it was acknowledged. */
    private JsonNode agreed(ApiClient console, String role) {
        JsonNode waiting = Steps.await(
                "the turn of " + role,
                () -> Optional.of(console.get("/api/console/transfers/" + transfer)
                                .ok())
                        .filter(one -> PhoneClient.all(one.path("transfer").path("nodes"))
                                .anyMatch(node -> node.path("role").asString("").equals(role)
                                        && node.path("state").asString("").equals("CURRENT"))),
                () -> console.get("/api/console/transfers/" + transfer).ok());
        String task = waiting.path("task").path("id").asString("");
        return console.post("/api/console/reviews/" + task + "/decision", Map.of("decision", "APPROVE"))
                .ok();
    }

    private JsonNode arrived(ApiClient physicists) {
        JsonNode done = physicists.get("/api/work/transfers/" + transfer).ok().path("transfer");
        List<String> nodes = done.path("nodes").findValuesAsString("state");
        Member.expect(done, "state", "DONE");
        if (!nodes.equals(List.of("AGREED", "AGREED", "AGREED", "AGREED"))) {
            throw new Unexpected("four nodes that agreed", nodes);
        }
        return done;
    }
}
