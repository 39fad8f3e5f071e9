package cn.tuanwu.realname;

import java.time.Instant;

class RealNameRow {
    long id;
    String name;
    byte[] documentSealed;
    RealName.State state;
    int mismatches;
    int attempts;
    int answers;
    Long accountId;
    Instant waitsUntil;
    Instant startedAt;

    /** As it stands after one more answer; the attempts stay: they tell the row apart from one that was changed meanwhile. */
    RealNameRow with(RealName.Result result) {
        RealNameRow after = new RealNameRow();
        after.id = id;
        after.attempts = attempts;
        after.mismatches = mismatches + (result == RealName.Result.MISMATCH ? 1 : 0);
        after.answers = answers + (result == RealName.Result.ERROR ? 0 : 1);
        return after;
    }
}
