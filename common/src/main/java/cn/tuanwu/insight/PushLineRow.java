package cn.tuanwu.insight;

import cn.tuanwu.push.PushKind;
import java.time.Instant;

class PushLineRow {
    long id;
    PushKind kind;
    String place;
    int attempts;
    String lastError;
    Instant createdAt;
    Instant nextAt;

    PushBook.Line line() {
        return new PushBook.Line(id, kind, place, attempts, lastError, createdAt, nextAt);
    }
}
