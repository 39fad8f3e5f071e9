package cn.tuanwu.graduation;

class GraduateRow {
    long id;
    String name;
    byte[] documentSealed;
    long branchId;
    String branchName;
    String branchPath;
    String month;
    Graduation.Mark mark;
    Long openId;
    Long doneId;

    Graduation.Standing standing() {
        if (openId != null) {
            return Graduation.Standing.OPEN;
        }
        return doneId != null ? Graduation.Standing.DONE : Graduation.Standing.NONE;
    }

    Long transferId() {
        return openId != null ? openId : doneId;
    }
}
