package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.Contacts.Contact;
import cn.tuanwu.sandbox.world.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The members of the corp the application can see (可见范围); all, unless some were taken out. */
@Component
public class VisibleRange {

    private final Contacts contacts;
    private final World world;

    VisibleRange(Contacts contacts, World world) {
        this.contacts = contacts;
        this.world = world;
    }

    List<Contact> all() {
        return contacts.all().stream().filter(this::sees).toList();
    }

    Optional<Contact> find(String userid) {
        return contacts.find(userid).filter(this::sees);
    }

    public Set<String> hidden() {
        return world.read(state -> new TreeSet<>(state.hiddenFromAgent));
    }

    public void hide(Set<String> userids) {
        world.alter(state -> state.hiddenFromAgent = new TreeSet<>(userids));
    }

    private boolean sees(Contact contact) {
        return world.read(state -> !state.hiddenFromAgent.contains(contact.userid()));
    }
}
