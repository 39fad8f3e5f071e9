package cn.tuanwu.invite;

import java.time.Instant;

class InviteRow {
    long id;
    String code;
    long organisationId;
    Invitation.State state;
    String url;
    Instant expiresAt;
    int scans;
}
