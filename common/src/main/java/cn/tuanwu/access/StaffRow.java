package cn.tuanwu.access;

class StaffRow {
    long id;
    String name;
    String wecomUserid;

    Roster.Person person() {
        return new Roster.Person(id, name, wecomUserid);
    }
}
