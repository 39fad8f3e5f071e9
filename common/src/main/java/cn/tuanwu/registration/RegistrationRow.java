package cn.tuanwu.registration;

import java.time.Instant;
import java.time.LocalDate;

class RegistrationRow {
    long id;
    long accountId;
    Registration.State state;
    int version;
    byte[] draftSealed;
    Long branchId;
    String name;
    String documentKind;
    byte[] documentSealed;
    byte[] documentBlind;
    LocalDate birthDate;
    String gender;
    String joinMonth;
    String joinAgeNote;
    String memberNumber;
    String income;
    boolean cadre;
    String duty;
    String dutySince;
    String dutyKind;
    boolean partyCommittee;
    String ethnicity;
    String political;
    String fullTimeEducation;
    String highestEducation;
    String household;
    String joinUnit;
    String occupation;
    String unit;
    String email;
    String qq;
    String wechat;
    String weibo;
    String partyJoinMonth;
    String volunteerMonth;
    Long realnameId;
    Instant submittedAt;
    Instant decidedAt;
    String decidedBy;
    String returnCode;
    String returnReason;
}
