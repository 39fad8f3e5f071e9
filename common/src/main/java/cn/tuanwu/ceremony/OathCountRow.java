package cn.tuanwu.ceremony;

/** Members of one organisation who joined in one year and took the oath or did not; or by how many they change. */
class OathCountRow {
    long organisationId;
    String joinYear;
    boolean taken;
    int slot;
    long members;

    static OathCountRow of(long organisation, String joinYear, boolean taken, long members) {
        OathCountRow row = new OathCountRow();
        row.organisationId = organisation;
        row.joinYear = joinYear;
        row.taken = taken;
        row.members = members;
        return row;
    }
}
