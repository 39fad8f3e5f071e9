package cn.tuanwu.registration;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.number.MemberNumber;
import cn.tuanwu.number.NumberDesk;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Changes what is recorded of an approved member. Joins the transaction of the cause; the profile has no faults. */
@Component
class Members {
    private final RegistrationRows rows;
    private final Submissions submissions;
    private final NumberDesk numbers;
    private final OrgDesk organisations;

    Members(RegistrationRows rows, Submissions submissions, NumberDesk numbers, OrgDesk organisations) {
        this.rows = rows;
        this.submissions = submissions;
        this.numbers = numbers;
        this.organisations = organisations;
    }

    /**
     * Gives the row as it stands then. Refused with MEMBER_NUMBER_TAKEN, DOCUMENT_TAKEN, BRANCH_UNKNOWN when it was closed
     * since, or MOVED_ON when someone else was quicker.
     */
    Outcome<RegistrationRow> amend(RegistrationRow row, Profile profile) {
        String number = row.memberNumber;
        Long branch = row.branchId;
        // What was read or asked may name a branch that was merged meanwhile.
        Optional<Organisation> open = organisations.holdBranch(profile.branchId());
        if (open.isEmpty()) {
            return Outcome.refused(Judging.BRANCH_UNKNOWN);
        }
        submissions.record(row, profile);
        row.branchId = open.get().id();
        try {
            if (rows.amend(row) == 0) {
                return Outcome.refused(Registration.MOVED_ON);
            }
        } catch (DuplicateKeyException e) {
            return Outcome.refused(Registration.DOCUMENT_TAKEN);
        }
        row.version++;
        if (!Objects.equals(branch, row.branchId)) {
            rows.moveMember(row.id, row.branchId);
        }
        return Objects.equals(number, row.memberNumber) ? Outcome.done(row) : renumber(row);
    }

    private Outcome<RegistrationRow> renumber(RegistrationRow row) {
        numbers.voidUsed(row.id);
        if (row.memberNumber == null) {
            return Outcome.done(row);
        }
        Outcome<MemberNumber> reserved = numbers.reserve(new MemberNumber(row.memberNumber), row.id);
        numbers.use(row.id);
        return reserved.map(number -> row);
    }
}
