package cn.tuanwu.sandbox.story;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The member's old phone is gone: the account moves to a new one with the branch's word (换绑). */
final class NewPhone {

    private static final String ZHANG = "zhangsan";
    private static final String LI = "lisi";

    private final Steps steps;
    private final PhoneClient phones;
    private final Member member;
    private final ApiClient stranger;
    private final String phone;

    /** @param address of the house; nobody is signed in there */
    NewPhone(Steps steps, URI address, PhoneClient phones, Member member, String phone) {
        this.steps = steps;
        this.phones = phones;
        this.member = member;
        this.stranger = new ApiClient(address);
        this.phone = phone;
    }

    void takesTheAccountOver() {
        Set<String> seen = phones.cards(ZHANG).stream().map(NewPhone::id).collect(Collectors.toSet());
        steps.step("The phone is lost: with a new one the member asks for the account", this::asked);
        JsonNode card = steps.step(
                "张三's card shows both phones, masked",
                () -> phones.awaitCard(
                        ZHANG,
                        "a card about the phone",
                        one -> !seen.contains(id(one))
                                && one.path("rows").toString().contains(masked(phone))));
        steps.step("meanwhile nothing else of the member changes", () -> {
            ApiClient.Answer busy = member.change(Map.of("unit", "别处"));
            Member.expect(busy.body(), "code", "REBIND_PENDING");
            return busy.body();
        });
        steps.step("李四 agrees", () -> {
            JsonNode own = phones.awaitCard(LI, "a card about the phone", one -> one.path("rows")
                    .toString()
                    .contains(masked(phone)));
            return phones.click(LI, id(own), "approve", Map.of());
        });
        steps.step(
                "张三's card closes",
                () -> phones.awaitCard(
                        ZHANG,
                        "the card closed",
                        one -> id(one).equals(id(card)) && one.path("closed").asBoolean()));
        steps.step("the lost phone is signed out, both phones are told by SMS", () -> {
            Steps.await(
                    "the old session to end",
                    () -> Optional.of(true).filter(any -> member.isSignedOut()),
                    () -> "still open");
            phones.awaitSms(phone, "已换绑");
            return phones.awaitSms(member.person().phone(), "已换绑到手机号 " + masked(phone));
        });
    }

    private JsonNode asked() {
        Person person = member.person();
        stranger.post("/api/sms-codes", Map.of("phone", phone, "purpose", "REBIND"))
                .ok();
        return stranger.post(
                        "/api/rebindings",
                        Map.of(
                                "phone", phone,
                                "smsCode", phones.smsCode(phone),
                                "name", person.name(),
                                "documentKind", "RESIDENT_ID",
                                "documentNumber", person.idNumber()))
                .ok();
    }

    private static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    private static String id(JsonNode card) {
        return card.path("taskId").asString("");
    }
}
