package cn.tuanwu.account;

import java.time.Instant;

class SmsCodeRow {
    long id;
    byte[] phoneSealed;
    byte[] codeSealed;
    int tries;
    Instant expiresAt;
    Instant usedAt;
}
