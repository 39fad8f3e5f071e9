package cn.tuanwu.insight;

class CountRow {
    long organisationId;
    String state;
    int slot;
    long members;

    CountRow() {}

    CountRow(long organisationId, String state, long members) {
        this.organisationId = organisationId;
        this.state = state;
        this.members = members;
    }
}
