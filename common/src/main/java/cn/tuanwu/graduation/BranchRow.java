package cn.tuanwu.graduation;

import java.time.Instant;

class BranchRow {
    long id;
    String name;
    String code;
    String path;
    String month;
    Graduation.None none;
    int members;
    String markedName;
    Instant markedAt;

    Graduation.Branch branch(int approved) {
        return new Graduation.Branch(id, name, code, month, none, approved, markedName, markedAt);
    }
}
