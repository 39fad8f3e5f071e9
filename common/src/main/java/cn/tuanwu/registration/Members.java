package cn.tuanwu.registration;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.number.MemberNumber;
import cn.tuanwu.number.NumberDesk;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Changes what is recorded of an approved member. Joins the transaction of the cause; the profile has no faults. */
@Component
class Members {
    private final RegistrationRows rows;
    private final Submissions submissions;
    private final NumberDesk numbers;

    Members(RegistrationRows rows, Submissions submissions, NumberDesk numbers) {
        this.rows = rows;
        this.submissions = submissions;
        this.numbers = numbers;
    }

    /** Refused with MEMBER_NUMBER_TAKEN, DOCUMENT_TAKEN, or MOVED_ON when someone else was quicker. */
    Outcome<RegistrationRow> amend(RegistrationRow row, Profile profile) {
        String number = row.memberNumber;
        Long branch = row.branchId;
        submissions.record(row, profile);
        try {
            if (rows.amend(row) == 0) {
                return Outcome.refused(Registration.MOVED_ON);
            }
        } catch (DuplicateKeyException e) {
            return Outcome.refused(Registration.DOCUMENT_TAKEN);
        }
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
