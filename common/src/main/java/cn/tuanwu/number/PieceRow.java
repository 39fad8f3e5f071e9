package cn.tuanwu.number;

class PieceRow {
    long id;
    long segmentId;
    long holderId;
    String prefix;
    int firstSerial;
    int lastSerial;
    int touched;
    int version;

    NumberRange range() {
        return new NumberRange(prefix, firstSerial, lastSerial);
    }
}
