package cn.tuanwu.invite;

import java.time.Instant;

class InviteRow {
    long id;
    String code;
    long organisationId;
    Invitation.Carrier carrier;
    String title;
    Invitation.State state;
    String url;
    Instant expiresAt;
    int scans;
}
