package cn.tuanwu.sandbox.story;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Members who submit whenever they can, and operators who return whatever they get. */
final class Crowd {
    private static final List<String> OPERATORS = List.of("zhangsan", "lisi");
    private static final Set<String> MAY_SUBMIT = Set.of("DRAFT", "RETURNED", "");

    private final PhoneClient phones;
    private final ApiClient anybody;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> tapped = new HashSet<>();
    private final SecureRandom random = new SecureRandom();

    Crowd(URI address, int size) {
        Steps steps = new Steps(new PrintStream(OutputStream.nullOutputStream()));
        phones = new PhoneClient(address);
        anybody = new ApiClient(address);
        Invitation invitation = new Console(steps, address).invite(Story.Admin.DEMO);
        for (int i = 0; i < size; i++) {
            Member member = new Member(steps, phones, new ApiClient(address), Person.invent(random));
            member.arrive(invitation);
            member.register(invitation);
            member.fillIn(invitation);
            members.add(member);
        }
    }

    /** Each does what there is to do just now. */
    void act() {
        members.stream().filter(member -> MAY_SUBMIT.contains(member.state())).forEach(Member::submit);
        String phone = String.format(Locale.ROOT, "198%08d", random.nextInt(100_000_000));
        anybody.post("/api/sms-codes", Map.of("phone", phone, "purpose", "REGISTER"));
        decide();
    }

    /** Each task's first card that is seen is tapped, whoever holds it. */
    void decide() {
        for (String operator : OPERATORS) {
            for (JsonNode card : phones.cards(operator)) {
                String id = card.path("taskId").asString("");
                boolean decides =
                        id.startsWith("review-") && !card.path("closed").asBoolean();
                if (decides && tapped.add(id.substring(0, id.lastIndexOf('-')))) {
                    phones.click(operator, id, "return", Map.of("reason", List.of("NO_RECORD")));
                }
            }
        }
    }
}
