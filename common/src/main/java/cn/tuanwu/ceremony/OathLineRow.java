package cn.tuanwu.ceremony;

/** Whether one member took the oath. */
class OathLineRow {
    long registrationId;
    long branchId;
    boolean taken;
    String joinMonth;
    String name;

    String year() {
        return joinMonth.isEmpty() ? "" : joinMonth.substring(0, 4);
    }
}
