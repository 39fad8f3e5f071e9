package cn.tuanwu.insight;

import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;

class MemberRow {
    long id;
    long accountId;
    String name;
    byte[] phoneSealed;
    byte[] documentSealed;
    String documentKind;
    LocalDate birthDate;
    RealName.State realName;
    String fullTimeEducation;
    String gender;
    String ethnicity;
    String occupation;
    String political;
    String joinMonth;
    String memberNumber;
    Instant createdAt;
    Instant submittedAt;
    Instant decidedAt;
    String decidedBy;
    Registration.State state;
    long branchId;
    String branchName;
    String unit;
    String returnReason;
}
