package cn.tuanwu.form;

import java.time.Instant;

class FormRow {
    long id;
    long registrationId;
    Long branchId;
    Form.State state;
    Integer edition;
    int pages;
    long bytes;
    Form.Source source;
    byte[] originalHash;
    byte[] contentHash;
    String filedBy;
    String filedName;
    Instant filedAt;
    String decidedName;
    Instant decidedAt;
    String reason;
}
