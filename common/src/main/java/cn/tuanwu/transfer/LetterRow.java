package cn.tuanwu.transfer;

import java.time.Instant;
import java.time.LocalDate;

class LetterRow {
    long transferId;
    long serial;
    long registrationId;
    String code;
    Letter.State state;
    byte[] factsSealed;
    LocalDate issuedOn;
    LocalDate untilOn;
    Instant arrivedAt;
    String confirmedName;

    Letter letter() {
        return new Letter(state, number(), issuedOn, untilOn, arrivedAt, confirmedName);
    }

    private String number() {
        return "%d-%06d".formatted(issuedOn.getYear(), serial);
    }
}
