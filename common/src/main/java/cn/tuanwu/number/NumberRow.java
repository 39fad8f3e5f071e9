package cn.tuanwu.number;

import java.time.Instant;

class NumberRow {
    String number;
    Long registrationId;
    NumberDesk.State state;
    Instant since;
    Long handedTo;
    String reason;
}
