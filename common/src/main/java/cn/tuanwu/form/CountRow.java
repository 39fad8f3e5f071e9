package cn.tuanwu.form;

import java.time.LocalDate;

/** Members of one organisation and one standing; or by how many they change. */
class CountRow {
    long organisationId;
    LineRow.Standing state;
    LocalDate due;
    int slot;
    long members;

    static CountRow of(long organisation, LineRow.Standing state, LocalDate due, long members) {
        CountRow row = new CountRow();
        row.organisationId = organisation;
        row.state = state;
        row.due = due;
        row.members = members;
        return row;
    }
}
