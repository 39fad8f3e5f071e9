package cn.tuanwu.ceremony;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is wrong with a record at once. */
final class CeremonyFaults {

    private CeremonyFaults() {}

    /** Of somebody who does not exist nothing else is told. */
    static Optional<List<Refusal>> of(Outcome<List<NewMemberRow>> members, List<Refusal> fields) {
        List<Refusal> all = new ArrayList<>(fields);
        if (members instanceof Outcome.Refused<List<NewMemberRow>> refused) {
            if (refused.first().field() == null) {
                return Optional.of(refused.refusals());
            }
            all.addAll(refused.refusals());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
