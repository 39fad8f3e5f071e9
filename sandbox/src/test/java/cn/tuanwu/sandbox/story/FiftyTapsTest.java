package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.sandbox.demo.Demo;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Five operators, fifty taps at once: half in their cards (really encrypted callbacks to the bot), half on their pages
 * (HTTP to miniapp-api), some to approve and some to return.
 */
@Tag("edge")
class FiftyTapsTest {
    private static final int ROUNDS = "full".equals(System.getProperty("proof")) ? 20 : 1;
    private static final int TAPS = 50;
    private static final String GRADUATES = "1003";
    private static final Map<String, Integer> OPERATORS =
            new LinkedHashMap<>(Map.of("zhangsan", 201, "lisi", 202, "chenjing", 203, "zhaomin", 204, "sunwei", 205));

    private static Demo demo;
    private static URI address;
    private static Ledger ledger;
    private static PhoneClient phones;

    @BeforeAll
    static void fiveOperatorsServeTheGraduates() {
        demo = House.running();
        address = URI.create(demo.url());
        ledger = new Ledger(demo.told());
        phones = new PhoneClient(address);
        OPERATORS
                .values()
                .forEach(id -> ledger.change("INSERT INTO roster (organisation_id, staff_id, role) VALUES (" + GRADUATES
                        + ", " + id + ", 'OPERATOR')"));
    }

    @AfterAll
    static void theGraduatesHaveNoneAgain() {
        ledger.change("DELETE FROM roster WHERE organisation_id = " + GRADUATES);
    }

    // Break: in ReviewTaskRows.decide, leave out "AND state = 'OPEN'".
    // before).
    @Test
    void makeOneDecisionThatEveryCardAndEveryPageTells() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            play();
        }
    }

    private static void play() throws Exception {
        String task = submitted();
        Map<String, JsonNode> cards = new HashMap<>();
        Map<String, WorkPage> pages = new HashMap<>();
        for (String operator : OPERATORS.keySet()) {
            cards.put(operator, phones.awaitCard(operator, "a card of the task", card -> isOf(task, operator, card)));
            pages.put(operator, WorkPage.open(address, operator, cards.get(operator)));
        }
        Taps taps = tapAll(cards, pages);
        JsonNode decided = pages.get("lisi").detail().path("decided");
        String truth = decided.path("text").asString("");
        assertThat(truth).matches("已由 .{2,3} 于 \\d\\d:\\d\\d (同意|退回)");

        List<JsonNode> closed = allClosed(task);
        assertThat(closed).hasSize(5).allSatisfy(card -> {
            assertThat(card.path("subTitle").asString("")).startsWith(truth);
            assertThat(card.path("subTitle")).isEqualTo(closed.get(0).path("subTitle"));
            assertThat(card.path("replaceName")).isEqualTo(closed.get(0).path("replaceName"));
        });
        everyLoserHeard(truth, taps);
        assertThat(taps.onPages.stream().filter(tap -> tap.status() == 200).count())
                .isLessThanOrEqualTo(1);
        oneDecisionIsKept();
    }

    private static String submitted() {
        Steps steps = new Steps(new PrintStream(OutputStream.nullOutputStream()));
        Member member = new Member(steps, phones, new ApiClient(address), Person.invent(new SecureRandom()));
        Invitation byHand = new Invitation(GRADUATES, "研究生团支部", null);
        member.register(byHand);
        member.fillIn(byHand);
        member.submit();
        member.awaitRealNamePassed();
        return ledger.ask("SELECT MAX(id) FROM review_task WHERE state = 'OPEN' AND branch_id = " + GRADUATES)
                .get(0);
    }

    private static Taps tapAll(Map<String, JsonNode> cards, Map<String, WorkPage> pages) throws Exception {
        ExecutorService thumbs = Executors.newFixedThreadPool(TAPS);
        CountDownLatch now = new CountDownLatch(1);
        List<Future<JsonNode>> onCards = new ArrayList<>();
        List<Future<ApiClient.Answer>> onPages = new ArrayList<>();
        List<String> operators = List.copyOf(OPERATORS.keySet());
        for (int i = 0; i < TAPS; i++) {
            String operator = operators.get(i % operators.size());
            boolean approves = i % 3 > 0;
            if (i / operators.size() % 2 == 0) {
                onCards.add(thumbs.submit(after(now, () -> inCard(operator, cards.get(operator), approves))));
            } else {
                onPages.add(thumbs.submit(after(now, () -> onPage(pages.get(operator), approves))));
            }
        }
        now.countDown();
        Taps taps = new Taps(new ArrayList<>(), new ArrayList<>());
        for (Future<JsonNode> tap : onCards) {
            taps.inCards.add(tap.get());
        }
        for (Future<ApiClient.Answer> tap : onPages) {
            taps.onPages.add(tap.get());
        }
        thumbs.shutdown();
        return taps;
    }

    private static <T> Callable<T> after(CountDownLatch moment, Callable<T> tap) {
        return () -> {
            moment.await();
            return tap.call();
        };
    }

    private static JsonNode inCard(String operator, JsonNode card, boolean approves) {
        return phones.click(
                operator,
                card.path("taskId").asString(""),
                approves ? "approve" : "return",
                approves ? Map.of() : Map.of("reason", List.of("NO_RECORD")));
    }

    private static ApiClient.Answer onPage(WorkPage page, boolean approves) {
        return page.decide(
                approves
                        ? Map.of("decision", "APPROVE")
                        : Map.of("decision", "RETURN", "reason", "OTHER", "note", "与本人核对后再交"));
    }

    /** In the answer to the tap; on a machine so busy that it came too late, nothing was said until the card closed. */
    private static void everyLoserHeard(String truth, Taps taps) {
        assertThat(taps.inCards).allSatisfy(tap -> {
            assertThat(tap.path("delivered").asBoolean()).isTrue();
            String said = tap.path("card").path("subTitle").asString("");
            boolean closed = tap.path("card").path("closed").asBoolean();
            assertThat(closed ? said.startsWith(truth) : said.isEmpty())
                    .as(tap.toString())
                    .isTrue();
        });
        assertThat(taps.onPages).allSatisfy(tap -> {
            if (tap.status() == 200) {
                assertThat(tap.body().path("decided").path("text").asString("")).isEqualTo(truth);
            } else {
                assertThat(tap.status()).as(tap.toString()).isEqualTo(409);
                assertThat(tap.body().path("code").asString("")).isEqualTo("ALREADY_DECIDED");
                assertThat(tap.body().path("detail").asString("")).isEqualTo(truth);
            }
        });
    }

    private static List<JsonNode> allClosed(String task) {
        return OPERATORS.keySet().stream()
                .map(operator -> phones.awaitCard(
                        operator,
                        "the card closed",
                        card -> isOf(task, operator, card)
                                && card.path("closed").asBoolean()))
                .toList();
    }

    /** The ledger knows of one push to the member and one audit line for a decision. */
    private static void oneDecisionIsKept() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(ledger.unsettled())
                .isEmpty());
        assertThat(ledger.faults()).isEmpty();
    }

    private static boolean isOf(String task, String operator, JsonNode card) {
        return card.path("taskId").asString("").equals("review-" + task + "-" + OPERATORS.get(operator));
    }

    private record Taps(List<JsonNode> inCards, List<ApiClient.Answer> onPages) {}
}
