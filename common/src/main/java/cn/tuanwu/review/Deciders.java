package cn.tuanwu.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Places;
import cn.tuanwu.access.Roster;
import cn.tuanwu.access.Seat;
import cn.tuanwu.form.Replacement;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.leaving.Consent;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may decide a task: the branch's deciders and, once it waited too long, those above them. A correction, and a
 * request to be erased, is for those above from the beginning; where nobody is above, for the branch's deciders all the
 * same; so is a form, and never for who handed it in; nor an appeal for who sent back, nor a leaving for who asked for
 * it, nor its confirmation for who agreed to it before. At the console a committee decides
 * for all below it (seed guide: 管理员以组织账号审核). Nobody decides about themself.
 */
@Component
class Deciders {
    private static final Refusal OWN = Refusal.of("OWN_REGISTRATION", "这是您本人的资料，不能由您审核，请由其他审核人办理。");
    private static final Refusal ABOVE = Refusal.of("NOT_YOUR_TASK", "这项申请由上级团组织审核，本支部只能查看。");
    private static final Refusal FORM_ABOVE = Refusal.of("NOT_YOUR_TASK", "志愿书更换由上级团组织审核，本支部只能查看。");
    private static final Refusal FORM_OWN = Refusal.of("FORM_OWN", "这份志愿书由您上传，不能由您审核，请由其他审核人办理。");
    private static final Refusal APPEAL_OWN = Refusal.of("APPEAL_OWN", "这项转接由您退回，申诉不能由您审核，请由其他审核人办理。");
    private static final Refusal LEAVING_OWN = Refusal.of("LEAVING_OWN", "这项申请由您提出，不能由您审核，请由其他审核人办理。");
    private static final Refusal LEAVING_AGREED = Refusal.of("LEAVING_OWN", "这项申请由您代团支部同意，不能再由您确认，请由其他审核人或更上一级团组织办理。");
    private static final Refusal BRANCH_FIRST = Refusal.of("NOT_YOUR_TASK", "该团支部有自己的运营者，由其审核；超过时限未审核时您也可以审核。");
    private static final Refusal LOOK_ONLY = Refusal.of("ROLE_INSUFFICIENT", "您的角色只能查看，不能审核。");

    private final Roster roster;
    private final Places places;
    private final ReviewTaskRows rows;
    private final Replacement forms;
    private final Consent leavings;
    private final OrgDesk organisations;

    Deciders(
            Roster roster,
            Places places,
            ReviewTaskRows rows,
            Replacement forms,
            Consent leavings,
            OrgDesk organisations) {
        this.leavings = leavings;
        this.forms = forms;
        this.organisations = organisations;
        this.roster = roster;
        this.places = places;
        this.rows = rows;
    }

    Set<Long> of(ReviewTask task) {
        if (task.kind() == ReviewTask.Kind.FORM) {
            return nearestAbove(task);
        }
        Set<Long> found = others(task, first(task));
        if (found.isEmpty() && (task.kind() == ReviewTask.Kind.APPEAL || task.kind() == ReviewTask.Kind.LEAVING)) {
            return nearestAbove(task);
        }
        return found.isEmpty() ? others(task, roster.superiorsOf(task.branch())) : found;
    }

    /** The nearest above of whom somebody is left; where nobody is above, the branch's own. */
    private Set<Long> nearestAbove(ReviewTask task) {
        Optional<Organisation> at = Optional.of(task.branch());
        while (at.isPresent()) {
            Set<Long> above = others(task, roster.superiorsOf(at.get()));
            if (!above.isEmpty()) {
                return above;
            }
            at = Optional.ofNullable(at.get().parentId()).flatMap(organisations::find);
        }
        return others(task, roster.decidersOf(task.branch()));
    }

    /** Why someone may not decide what they handed in themself, if so. */
    Optional<Refusal> own(String actor, ReviewTask task) {
        if (task.kind() == ReviewTask.Kind.APPEAL) {
            // At the root nobody is above: there whoever sent it back may think once more.
            boolean theirs = task.branch().parentId() != null && actor.equals(rows.returnedBy(task.appealId()));
            return theirs ? Optional.of(APPEAL_OWN) : Optional.empty();
        }
        if (task.kind() == ReviewTask.Kind.LEAVING) {
            return leavingOwn(actor, task);
        }
        return Optional.ofNullable(task.formId())
                .flatMap(forms::filedBy)
                .filter(actor::equals)
                .map(handedIn -> FORM_OWN);
    }

    /** One person's word ends nobody's membership; at the root nobody is above, and it has to end somewhere. */
    private Optional<Refusal> leavingOwn(String actor, ReviewTask task) {
        if (task.branch().parentId() == null) {
            return Optional.empty();
        }
        if (leavings.askedBy(task.leavingId()).filter(actor::equals).isPresent()) {
            return Optional.of(LEAVING_OWN);
        }
        return task.isOpen() && actor.equals(rows.agreedBefore(task)) ? Optional.of(LEAVING_AGREED) : Optional.empty();
    }

    boolean mayDecide(long staffId, ReviewTask task) {
        return of(task).contains(staffId);
    }

    /** View-only cadres see what is in and below their organisations. */
    boolean mayLook(Caller.Staff caller, ReviewTask task) {
        return places.lookedAtBy(caller.staffId()).stream().anyMatch(task.branch()::isWithin);
    }

    /** Why a seat may not decide a task of its subtree, if so. */
    Optional<Refusal> refusal(Seat seat, ReviewTask task) {
        if (seat.as(Caller.Reviewer.class).isEmpty()) {
            return Optional.of(LOOK_ONLY);
        }
        Long themself = rows.themself(task.registrationId());
        if (themself != null && seat.actor().equals("staff:" + themself)) {
            return Optional.of(OWN);
        }
        Optional<Refusal> own = own(seat.actor(), task);
        return own.isPresent() ? own : misplaced(seat, task);
    }

    private Optional<Refusal> misplaced(Seat seat, ReviewTask task) {
        boolean above = task.branch().id() != seat.organisation().id();
        if (task.kind() == ReviewTask.Kind.FORM) {
            boolean chosen = of(task).stream().anyMatch(staff -> seat.actor().equals("staff:" + staff));
            return above || chosen ? Optional.empty() : Optional.of(FORM_ABOVE);
        }
        if (isForAbove(task)) {
            return above || roster.superiorsOf(task.branch()).isEmpty() ? Optional.empty() : Optional.of(ABOVE);
        }
        boolean theirs = !above
                || seat.role() == Seat.Role.ADMIN
                || task.escalated()
                || roster.operatorNames(List.of(task.branch())).isEmpty();
        return theirs ? Optional.empty() : Optional.of(BRANCH_FIRST);
    }

    private static boolean isForAbove(ReviewTask task) {
        return task.kind() == ReviewTask.Kind.CORRECTION || task.kind() == ReviewTask.Kind.ERASURE;
    }

    private List<Roster.Person> first(ReviewTask task) {
        if (isForAbove(task)) {
            List<Roster.Person> above = roster.superiorsOf(task.branch());
            return above.isEmpty() ? roster.decidersOf(task.branch()) : above;
        }
        List<Roster.Person> superiors = task.escalated() ? roster.superiorsOf(task.branch()) : List.of();
        return Stream.concat(roster.decidersOf(task.branch()).stream(), superiors.stream())
                .toList();
    }

    private Set<Long> others(ReviewTask task, List<Roster.Person> persons) {
        Long themself = rows.themself(task.registrationId());
        return persons.stream()
                .map(Roster.Person::id)
                .filter(id -> !Objects.equals(id, themself))
                .filter(id -> own("staff:" + id, task).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
