package cn.tuanwu.sandbox.world;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The corp's address book. */
@Component
public class Contacts {

    public record Contact(String userid, String name, String role) {}

    private record Book(List<Contact> members) {}

    private final List<Contact> members;

    Contacts() throws IOException {
        try (InputStream book = Contacts.class.getResourceAsStream("contacts.json")) {
            members = Json.read(book.readAllBytes(), Book.class).members();
        }
    }

    public List<Contact> all() {
        return members;
    }

    /** Userids are the same in capital and small letters. */
    public Optional<Contact> find(String userid) {
        return members.stream()
                .filter(member -> member.userid().equalsIgnoreCase(userid))
                .findFirst();
    }
}
