package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.sandbox.demo.Demo;
import java.net.URI;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} exactly between two steps of a real bot, at every step there is between hearing and saying. The leases
 * of the dead are ended at once instead of waited for; everything else takes its own time.
 *
 * <p>The one window: what a platform took in the very moment of the kill. Nobody knows afterwards that it was taken. A
 * card then keeps its buttons, and its operator is told the end in words; a line of text may be said again.
 */
@Tag("edge")
class KillPointsTest {
    private static final int TIMES = "full".equals(System.getProperty("proof")) ? 20 : 1;

    private static Demo demo;
    private static Ledger ledger;
    private static Crew crew;
    private static PhoneClient phones;
    private static Member member;

    @BeforeAll
    static void twoBotsAndSomeoneWhoRegisters() {
        demo = House.running();
        ledger = new Ledger(demo.told());
        crew = new Crew(demo, Point.values().length * TIMES);
        crew.awaitOneAtWork();
        URI address = URI.create(demo.url());
        Steps steps = new Steps(System.out);
        phones = new PhoneClient(address);
        Invitation invitation = new Console(steps, address).invite(Story.Admin.DEMO);
        member = new Member(steps, phones, new ApiClient(address), Person.invent(new SecureRandom()));
        member.arrive(invitation);
        member.register(invitation);
        member.fillIn(invitation);
    }

    @AfterAll
    static void theDemosOwnBotComesBack() {
        crew.close();
        demo.startBot();
    }

    /**
     * Break: in InboxWorker.round, claim nothing; in OutboxRows.due and claim, leave out CLAIMED; in
     * ReviewCardPush.send(Claimed), don't look whether the card is DUE; in ReviewCardClosePush.close, take 60140 for a
     * lost card every time.
     */
    @Test
    void whereverABotDiesNothingIsLostAndNothingIsSeenTwice() {
        Map<Point, Round.Left> left = new EnumMap<>(Point.class);
        for (int i = 0; i < TIMES; i++) {
            for (Point point : Point.values()) {
                boolean early = !point.isOfInbox() && point != Point.OUTBOX_INSERTED && (point.ordinal() + i) % 2 == 0;
                Round.Left one = new Round(crew, ledger, phones, member).play(point, early);
                assertThat(one.openCards() + one.saidAgain())
                        .as(point + ": more than one thing, or outside the window")
                        .isLessThanOrEqualTo(point.isTheWindow() ? 1 : 0);
                left.merge(point, one, Round.Left::and);
            }
        }
        left.forEach((point, sum) -> System.out.println(point + ": killed " + TIMES + " times, " + sum));
        assertThat(left).hasSameSizeAs(Point.values());
    }
}
