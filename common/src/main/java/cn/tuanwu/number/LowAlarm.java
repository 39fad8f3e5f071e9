package cn.tuanwu.number;

import cn.tuanwu.access.Roster;
import cn.tuanwu.kernel.Settings;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Tells when a holder's numbers come to their end: on the pages as long as it is so, and once to the admins above a
 * branch. Once more only after the branch held another count of numbers in between.
 */
@Component
class LowAlarm {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,6}|[0-9]{1,2}%");

    private final PieceRows pieces;
    private final OrgDesk organisations;
    private final Roster roster;
    private final PushDesk pushes;
    private final int number;
    private final int percent;

    LowAlarm(Environment environment, PieceRows pieces, OrgDesk organisations, Roster roster, PushDesk pushes) {
        this.pieces = pieces;
        this.organisations = organisations;
        this.roster = roster;
        this.pushes = pushes;
        Settings settings = new Settings(environment);
        String low = settings.optional("TUANWU_NUMBERS_LOW", "10%");
        if (!FORM.matcher(low).matches()) {
            settings.fault("TUANWU_NUMBERS_LOW must be a share such as 10% or a count such as 20");
            settings.refuseFaults();
        }
        boolean share = low.endsWith("%");
        this.percent = share ? Integer.parseInt(low.substring(0, low.length() - 1)) : 0;
        this.number = share ? 0 : Integer.parseInt(low);
    }

    /** Whether what is left of what a holder has is little. Who holds nothing is not told to be out of it. */
    boolean isLow(long held, long free) {
        return held > 0 && free * 100 <= held * percent + number * 100L;
    }

    /** Numbers of this holder were taken in the transaction around. */
    void look(long holder) {
        Left left = left(holder);
        if (isLow(left.held, left.free)) {
            organisations.branch(holder).ifPresent(branch -> roster.adminsAbove(branch)
                    .forEach(admin -> tell(holder, admin, left)));
        }
    }

    private void tell(long holder, Roster.Person admin, Left left) {
        String key = PushKind.NUMBERS_LOW + ":" + holder + ":" + left.prefix + ":" + left.held + ":" + admin.id();
        pushes.enqueue(new Push(PushKind.NUMBERS_LOW, holder, Long.toString(admin.id()), key, Duration.ZERO));
    }

    /** Of the newest year the holder has numbers of. */
    Left left(long holder) {
        List<PieceRow> held = pieces.heldBy(holder);
        if (held.isEmpty()) {
            return new Left("", 0, 0);
        }
        String newest = held.get(held.size() - 1).prefix;
        List<PieceRow> counted =
                held.stream().filter(piece -> piece.prefix.equals(newest)).toList();
        int size = counted.stream().mapToInt(piece -> piece.range().size()).sum();
        return new Left(
                newest,
                size,
                size - counted.stream().mapToInt(piece -> piece.touched).sum());
    }

    record Left(String prefix, int held, int free) {}
}
