package cn.tuanwu.leaving;

import cn.tuanwu.access.Superiors;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Departure;
import cn.tuanwu.registration.Departure.Standing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands in the way of a wish. */
@Component
class LeavingRules {
    static final int AGE = 28;
    static final Refusal NOT_A_MEMBER = Refusal.of("NOT_APPROVED", "报到通过审核后才能办理这项业务。");
    static final Refusal MEMBER_UNKNOWN = Refusal.of("LEAVING_MEMBER_UNKNOWN", "没有找到这名团员，可能不在您的组织内。");
    static final Refusal DUTY = Refusal.of("LEAVING_DUTY", "该团员还担任团内职务，可以保留团籍；确需离团请先免去职务。");
    static final Refusal SERVES = Refusal.of("LEAVING_DUTY", "该团员还是团组织的运营者或管理员，确需离团请先在组织中移除。");
    private static final Refusal OWN_DUTY = Refusal.of("LEAVING_DUTY", "您还担任团内职务，可以保留团籍；确需退团请先免去职务。");
    private static final Refusal OWN_SEAT = Refusal.of("LEAVING_DUTY", "您还是团组织的运营者或管理员，确需退团请先由团组织移除。");
    private static final Refusal DUTY_NOW =
            Refusal.of("LEAVING_DUTY", "该团员现在担任团内职务，可以保留团籍，请退回这项申请；确需离团的，请先由团支部免去职务再同意。");
    private static final Refusal SERVES_NOW =
            Refusal.of("LEAVING_DUTY", "该团员现在是团组织的运营者或管理员，请退回这项申请；确需离团的，请先在组织中移除再同意。");
    static final Refusal NOT_LEFT = Refusal.of("LEAVING_NOT_LEFT", "该团员没有离团，无需恢复。");
    static final Refusal GONE = Refusal.of("LEAGUE_LEFT", "该团员已离团，无需再次办理；如属误办，请申请恢复团籍。");
    private static final Refusal ONLY_VOLUNTARY = Refusal.of("LEAVING_NOT_YOURS", "这项业务由团支部办理，请联系您的团支部。");

    private final LeavingRows rows;
    private final Superiors superiors;
    private final OrgDesk organisations;
    private final Clock clock;

    LeavingRules(LeavingRows rows, Superiors superiors, OrgDesk organisations, Clock clock) {
        this.rows = rows;
        this.superiors = superiors;
        this.organisations = organisations;
        this.clock = clock;
    }

    Optional<Refusal> refusal(Leaving.Side side, Optional<Standing> member, Leaving.Kind kind) {
        if (member.isEmpty()) {
            return Optional.of(side == Leaving.Side.MEMBER ? NOT_A_MEMBER : MEMBER_UNKNOWN);
        }
        if (side == Leaving.Side.MEMBER) {
            return kind == Leaving.Kind.VOLUNTARY ? ofMember(member.get()) : Optional.of(ONLY_VOLUNTARY);
        }
        Standing standing = member.get();
        if (standing.leaving()) {
            return Optional.of(Departure.OPEN);
        }
        return switch (kind) {
            case AT_28, VOLUNTARY -> leaving(standing);
            case RESTORE -> restoring(standing);
            case DELETION ->
                standing.state().isMember() || standing.state().isLeft()
                        ? Optional.empty()
                        : Optional.of(MEMBER_UNKNOWN);
        };
    }

    /** Somebody who turned 28 and nothing keeps. Refused with LEAVING_TOO_EARLY as well. */
    Optional<Refusal> ofAge(Optional<Standing> member) {
        return refusal(Leaving.Side.BRANCH, member, Leaving.Kind.AT_28).or(() -> {
            LocalDate turns = turns(member.orElseThrow().birthDate());
            return turns.isAfter(today()) ? Optional.of(tooEarly(turns)) : Optional.empty();
        });
    }

    /** What came between asking and the last word: a duty taken up meanwhile keeps the member. */
    Optional<Refusal> atLast(Leaving.Kind kind, Standing standing) {
        return kind == Leaving.Kind.AT_28 || kind == Leaving.Kind.VOLUNTARY
                ? duty(standing, DUTY_NOW, SERVES_NOW)
                : Optional.empty();
    }

    LocalDate today() {
        return ChinaTime.date(clock.instant());
    }

    static LocalDate turns(LocalDate birth) {
        return birth.plusYears(AGE);
    }

    private Optional<Refusal> ofMember(Standing standing) {
        return standing.busy().or(() -> duty(standing, OWN_DUTY, OWN_SEAT));
    }

    private Optional<Refusal> leaving(Standing standing) {
        if (standing.state().isLeft()) {
            return Optional.of(GONE);
        }
        return standing.state().isMember() ? duty(standing, DUTY, SERVES) : Optional.of(MEMBER_UNKNOWN);
    }

    /** Said to organisations, or to the member. */
    private Optional<Refusal> duty(Standing standing, Refusal cadre, Refusal serves) {
        if (standing.cadre()) {
            return Optional.of(cadre);
        }
        return rows.serving(standing.accountId()) > 0 ? Optional.of(serves) : Optional.empty();
    }

    private Optional<Refusal> restoring(Standing standing) {
        if (!standing.state().isLeft()) {
            return Optional.of(NOT_LEFT);
        }
        return organisations.holdBranch(standing.branch().id()).isEmpty()
                ? Optional.of(closed(standing.branch()))
                : Optional.empty();
    }

    /** There is nowhere to come back to; what is left is to begin anew, and that needs the old record gone. */
    Refusal closed(Organisation branch) {
        String above = superiors.above(branch).orElse(branch).name();
        return Refusal.of(
                "LEAVING_BRANCH_CLOSED",
                "原团支部“" + branch.name() + "”已撤销，也没有并入其他团支部，不能恢复到原处；请由上级团组织“" + above
                        + "”办理删除报到（原团员编号随之作废），之后由本人重新报到到现在的团支部。");
    }

    private static Refusal tooEarly(LocalDate turns) {
        return Refusal.of(
                "LEAVING_TOO_EARLY",
                "该团员于 " + turns.getYear() + "年" + turns.getMonthValue() + "月" + turns.getDayOfMonth()
                        + "日才满 28 周岁，现在不能办理超龄离团。");
    }
}
