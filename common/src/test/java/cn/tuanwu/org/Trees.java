package cn.tuanwu.org;

import cn.tuanwu.support.People;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Plants organisations for tests, and says what is wrong with a tree. */
public final class Trees {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TreeDesk tree;
    private final JdbcTemplate database;

    public Trees(TreeDesk tree, JdbcTemplate database) {
        this.tree = tree;
        this.database = database;
    }

    public Organisation plant(long parent, Organisation.Kind kind) {
        String name = "试验" + COUNT.incrementAndGet() + kind.label();
        NewOrganisation wish = new NewOrganisation(name, name, kind, "T" + COUNT.get());
        return People.value(tree.create("test", parent, wish));
    }

    /** Organisations whose path is not their parent's path and their own id. */
    public List<Long> strays() {
        return database.queryForList(
                "SELECT o.id FROM organisation o LEFT JOIN organisation p ON p.id = o.parent_id WHERE o.path <>"
                        + " CONVERT(CONCAT(COALESCE(p.path, '/'), o.id, '/') USING ascii)",
                Long.class);
    }

    public int within(Organisation organisation) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM organisation WHERE path LIKE (SELECT CONCAT(path, '%') FROM organisation"
                        + " WHERE id = ?)",
                Integer.class, organisation.id());
    }
}
