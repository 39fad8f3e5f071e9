package cn.tuanwu.trace;

import java.util.Comparator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All rooms' erasing, in their order. */
@Component
public class Erasings {
    private final ObjectProvider<Erasing> rooms;

    Erasings(ObjectProvider<Erasing> rooms) {
        this.rooms = rooms;
    }

    /** Joins the transaction; afterwards no row names the person. */
    public void erase(Person person) {
        rooms.stream().sorted(Comparator.comparing(Erasing::turn)).forEach(room -> room.erase(person));
    }
}
