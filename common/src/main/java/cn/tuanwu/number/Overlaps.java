package cn.tuanwu.number;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import org.springframework.stereotype.Component;

/** Says why a run can't be allocated: which part of it somebody has. */
@Component
class Overlaps {
    private static final String NOT_FREE = "SEGMENT_NOT_FREE";

    private final PieceRows pieces;
    private final OrgDesk organisations;

    Overlaps(PieceRows pieces, OrgDesk organisations) {
        this.pieces = pieces;
        this.organisations = organisations;
    }

    Refusal notFree(String field, NumberRange wanted, Organisation own) {
        return pieces.overlapping(wanted).stream()
                .filter(there -> there.holderId != own.id())
                .findFirst()
                .map(there -> with(field, there))
                .orElseGet(() -> Refusal.at(field, NOT_FREE, "这些编号不全在本级可分配的同一段号码内，请对照可分配的号段填写。"));
    }

    Refusal with(String field, PieceRow there) {
        String holder =
                organisations.find(there.holderId).map(Organisation::shortName).orElse("其他组织");
        NumberRange run = there.range();
        return Refusal.at(field, NOT_FREE, "其中 " + run.start() + "–" + run.end() + " 已属于" + holder + "，请另选号段。");
    }
}
