package cn.tuanwu.trace;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What all rooms hold of a person. */
@Component
public class Copyings {
    private final ObjectProvider<Copying> rooms;

    Copyings(ObjectProvider<Copying> rooms) {
        this.rooms = rooms;
    }

    public List<Section> of(Person person) {
        return ordered().flatMap(room -> room.copy(person).stream()).toList();
    }

    public List<Attachment> files(Person person) {
        return ordered().flatMap(room -> room.files(person).stream()).toList();
    }

    private Stream<Copying> ordered() {
        return rooms.stream().sorted(Comparator.comparing(Copying::place));
    }
}
