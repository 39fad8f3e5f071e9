package cn.tuanwu.trace;

import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Files that are to go: remembered in the transaction that removes their rows, dropped afterwards until it worked. */
@Component
public class Leftovers {
    private static final int AT_A_TIME = 200;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_PAUSES = 60;
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private final Rows rows;
    private final FileStore store;
    private final ObjectProvider<Shelf> shelves;
    private final Clock clock;
    private final Tx tx;

    Leftovers(Rows rows, FileStore store, ObjectProvider<Shelf> shelves, Clock clock, Tx tx) {
        this.rows = rows;
        this.store = store;
        this.shelves = shelves;
        this.clock = clock;
        this.tx = tx;
    }

    /** Joins the transaction. */
    public void drop(String key) {
        rows.insert(key, clock.instant());
    }

    public int waiting() {
        return rows.waiting();
    }

    /** Any number of nodes may sweep at once. What a store that is down still has is tried again, ever more seldom. */
    public void sweep() {
        for (Leftover leftover : rows.due(clock.instant(), AT_A_TIME)) {
            try {
                dropNow(leftover.key());
                tx.run(() -> rows.done(leftover.key()));
            } catch (RuntimeException e) {
                // What a store throws may name the file; its class is enough.
                log.warn("A file that is to be erased may still be there, it is tried again: {}", e.getClass());
                Duration pause = PAUSE.multipliedBy(Math.min(MOST_PAUSES, 1L + leftover.attempts()));
                tx.run(() -> rows.later(leftover.key(), clock.instant().plus(pause)));
            }
        }
    }

    private void dropNow(String key) {
        shelves.stream()
                .filter(shelf -> key.startsWith(shelf.prefix()))
                .findFirst()
                .ifPresentOrElse(shelf -> shelf.drop(key), () -> store.drop(key));
    }

    record Leftover(String key, int attempts) {}

    @Mapper
    interface Rows {
        @Insert("INSERT INTO leftover (object_key, next_at) VALUES (#{key}, #{now})"
                + " ON DUPLICATE KEY UPDATE next_at = VALUES(next_at)")
        void insert(@Param("key") String key, @Param("now") Instant now);

        @Select("SELECT object_key, attempts FROM leftover WHERE next_at <= #{now} ORDER BY next_at LIMIT #{most}")
        @ConstructorArgs({
            @Arg(column = "object_key", javaType = String.class),
            @Arg(column = "attempts", javaType = int.class)
        })
        List<Leftover> due(@Param("now") Instant now, @Param("most") int most);

        @Delete("DELETE FROM leftover WHERE object_key = #{key}")
        void done(String key);

        @Update("UPDATE leftover SET next_at = #{at}, attempts = attempts + 1 WHERE object_key = #{key}")
        void later(@Param("key") String key, @Param("at") Instant at);

        @Select("SELECT COUNT(*) FROM leftover")
        int waiting();
    }
}
