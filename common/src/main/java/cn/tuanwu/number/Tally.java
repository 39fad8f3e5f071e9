package cn.tuanwu.number;

/**
 * How many numbers of a piece have a row in number_use, and how many of those are in which state; or by how much a move
 * changes that. What is touched and nothing else is reserved by an open registration.
 */
record Tally(int touched, int used, int voided, int handedOut) {
    static final Tally RESERVED = new Tally(1, 0, 0, 0);
    static final Tally RESERVED_HANDED_OUT = new Tally(0, 0, 0, -1);
    static final Tally USED = new Tally(0, 1, 0, 0);
    static final Tally USED_VOIDED = new Tally(0, -1, 1, 0);
    static final Tally HANDED_OUT = new Tally(1, 0, 0, 1);
    static final Tally VOIDED = new Tally(1, 0, 1, 0);
    static final Tally HANDED_OUT_VOIDED = new Tally(0, 0, 1, -1);

    Tally undone() {
        return new Tally(-touched, -used, -voided, -handedOut);
    }

    Tally plus(Tally other) {
        return new Tally(
                touched + other.touched, used + other.used, voided + other.voided, handedOut + other.handedOut);
    }
}
