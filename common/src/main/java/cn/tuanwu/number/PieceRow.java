package cn.tuanwu.number;

class PieceRow {
    long id;
    long segmentId;
    long holderId;
    String prefix;
    int firstSerial;
    int lastSerial;
    int nextSerial;
    int touched;
    int used;
    int voided;
    int handedOut;
    int version;

    NumberRange range() {
        return new NumberRange(prefix, firstSerial, lastSerial);
    }

    Tally tally() {
        return new Tally(touched, used, voided, handedOut);
    }

    void count(Tally tally) {
        touched = tally.touched();
        used = tally.used();
        voided = tally.voided();
        handedOut = tally.handedOut();
    }
}
