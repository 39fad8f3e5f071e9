package cn.tuanwu.access;

class StaffRow {
    long id;
    long organisationId;
    String name;
    String wecomUserid;
    Seat.Role role;

    Roster.Person person() {
        return new Roster.Person(id, name, wecomUserid);
    }
}
