package cn.tuanwu.leaving;

import cn.tuanwu.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;

class AgeRow {
    long registrationId;
    long accountId;
    long branchId;
    Registration.State state;
    String name;
    byte[] phoneSealed;
    LocalDate day;
    boolean cadre;
    boolean leaving;
    Instant leftAt;
    LocalDate until;
    byte[] wordsSealed;
    String grantedName;
    boolean serving;
}
