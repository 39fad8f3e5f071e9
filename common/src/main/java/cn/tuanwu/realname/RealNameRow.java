package cn.tuanwu.realname;

import java.time.Instant;

class RealNameRow {
    long id;
    String name;
    byte[] documentSealed;
    RealName.State state;
    int mismatches;
    int attempts;
    Instant startedAt;
}
