package cn.tuanwu.ceremony;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

class CeremonyRow {
    long id;
    long organisationId;
    Instant heldAt;
    String place;
    String theme;
    String host;
    String oathLeader;
    String superior;
    int attendance;
    String programme;
    String note;
    String recordedBy;
    String recordedName;
    Instant recordedAt;
    int version;
    int oaths;

    List<Ceremony.Item> items() {
        return Arrays.stream(programme.split(",")).map(Ceremony.Item::valueOf).toList();
    }

    /** What was typed; who and when stay what they are. */
    void take(Wish wish) {
        heldAt = wish.heldAt();
        place = wish.place();
        theme = wish.theme();
        host = wish.host();
        oathLeader = wish.oathLeader();
        superior = wish.superior();
        attendance = wish.attendance();
        programme = wish.programme().stream().map(Enum::name).collect(Collectors.joining(","));
        note = wish.note();
    }
}
