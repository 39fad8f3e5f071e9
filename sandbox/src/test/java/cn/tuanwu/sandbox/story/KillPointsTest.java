package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.sandbox.demo.Demo;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * {@code kill -9} exactly between two steps of a real bot, at every step there is between hearing and saying. The leases
 * of the dead are ended at once instead of waited for; everything else takes its own time.
 *
 * <p>The one window: what a platform took in the very moment of the kill. Nobody knows afterwards that it was taken. A
 * card then keeps its buttons, and its operator is told the end in words; a line of text may be said again.
 */
@Tag("edge")
class KillPointsTest {
    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final int TIMES = FULL ? 20 : 1;

    /** At small size one point of each kind: held by an event, decided only, held by a push, in the window. */
    private static final List<Point> POINTS = FULL
            ? List.of(Point.values())
            : List.of(
                    Point.INBOX_BEFORE_EFFECT,
                    Point.OUTBOX_INSERTED,
                    Point.OUTBOX_BEFORE_SEND,
                    Point.OUTBOX_AFTER_SEND);

    private static Ledger ledger;
    private static Crew crew;
    private static PhoneClient phones;
    private static Member member;

    @BeforeAll
    static void twoBotsAndSomeoneWhoRegisters() {
        Demo demo = House.open();
        ledger = new Ledger(demo.told());
        crew = new Crew(demo, POINTS.size() * TIMES);
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
    static void everybodyGoesHome() {
        crew.close();
    }

    /**
     * Break: in OutboxRows.due or InboxRows.due, leave out CLAIMED: what a dead bot held is never taken up.
     */
    @ParameterizedTest
    @FieldSource("POINTS")
    void whereverABotDiesNothingIsLostAndNothingIsSeenTwice(Point point) {
        Round.Left all = new Round.Left(0, 0);
        for (int i = 0; i < TIMES; i++) {
            Round.Left left = new Round(crew, ledger, phones, member).play(point, point.mayComeEarly() && i % 2 == 0);
            assertThat(left.openCards() + left.saidAgain())
                    .as("more than one thing, or outside the window")
                    .isLessThanOrEqualTo(point.isTheWindow() ? 1 : 0);
            all = all.and(left);
        }
        System.out.println(point + ": killed " + TIMES + " times, " + all);
    }
}
