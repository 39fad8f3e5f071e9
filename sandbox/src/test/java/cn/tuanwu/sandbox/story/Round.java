package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** One submission, returned by 张三, with one bot killed on the way; afterwards every phone is looked at. */
final class Round {
    private static final List<String> OPERATORS = List.of("zhangsan", "lisi");
    private static final String ADMIN = "chenjing";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Crew crew;
    private final Ledger ledger;
    private final PhoneClient phones;
    private final Member member;
    private final Sight sight;

    /** What the kill left on the phones beside what everybody should see. */
    record Left(int openCards, int saidAgain) {
        Left and(Left other) {
            return new Left(openCards + other.openCards, saidAgain + other.saidAgain);
        }
    }

    Round(Crew crew, Ledger ledger, PhoneClient phones, Member member) {
        this.crew = crew;
        this.ledger = ledger;
        this.phones = phones;
        this.member = member;
        this.sight = new Sight(phones);
    }

    /** @param early while the cards go out, else when it is decided */
    Left play(Point point, boolean early) {
        AtomicBoolean killed = early ? crew.killAt(point) : null;
        member.submit();
        JsonNode card =
                await(() -> sight.cards("zhangsan"), cards -> !cards.isEmpty()).get(0);
        await(() -> sight.cards("lisi"), cards -> !cards.isEmpty());
        if (!early) {
            awaitSettled();
            killed = crew.killAt(point);
        }
        tapUntilReturned(card.path("taskId").asString(""));
        AtomicBoolean dead = killed;
        await(dead::get, done -> done);
        awaitSettled();
        assertThat(ledger.faults()).isEmpty();
        return look();
    }

    /** A thumb comes down again when the phone says that it did not get through. */
    private void tapUntilReturned(String taskId) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (member.state().equals("RETURNED")) {
                return true;
            }
            crew.awaitOneAtWork();
            ledger.endLeasesOf(crew.dead());
            phones.click("zhangsan", taskId, "return", Map.of("reason", List.of("NO_RECORD")));
            return member.state().equals("RETURNED");
        });
    }

    private void awaitSettled() {
        await(ledger::unsettled, List::isEmpty);
    }

    private <T> T await(java.util.concurrent.Callable<T> look, java.util.function.Predicate<T> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            ledger.endLeasesOf(crew.dead());
                            return look.call();
                        },
                        wanted);
    }

    /** One card for each, closed or its operator told in words; one notice for the member, one line for the admin. */
    private Left look() {
        int open = 0;
        for (String operator : OPERATORS) {
            List<JsonNode> cards = sight.cards(operator);
            assertThat(cards).as("cards on the phone of " + operator).hasSize(1);
            boolean closed = cards.get(0).path("closed").asBoolean();
            assertThat(sight.texts(operator, text -> text.contains("原卡片不再更新")))
                    .as(operator + " is told in words what the card can't show")
                    .isEqualTo(closed ? 0 : 1);
            open += closed ? 0 : 1;
        }
        long admin = sight.texts(ADMIN, text -> true);
        long told = sight.told(member.id());
        assertThat(admin).as("lines for the admin").isPositive();
        assertThat(told).as("what the member heard").isPositive();
        return new Left(open, (int) (admin + told - 2));
    }
}
