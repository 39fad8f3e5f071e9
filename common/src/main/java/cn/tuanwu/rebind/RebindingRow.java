package cn.tuanwu.rebind;

import java.time.Instant;

class RebindingRow {
    long id;
    long accountId;
    Long registrationId;
    Rebinding.State state;
    byte[] oldPhoneSealed;
    byte[] newPhoneSealed;
    byte[] newPhoneBlind;
    byte[] ticketBlind;
    Instant askedAt;
    Instant expiresAt;
    Instant endedAt;
    String decidedBy;
    String reason;
}
