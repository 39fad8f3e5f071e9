package cn.tuanwu.access;

class OrgAccountRow {
    long id;
    long organisationId;
    String passwordHash;
    Seat.Role role;
}
