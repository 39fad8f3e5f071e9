package cn.tuanwu.number;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.push.SharedRedis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Stands between the numbers and a database that has forgotten some: restored from a backup, or the wrong node after a
 * crash. That no number is in two hands is the unique keys' work; the fence sees to it that the keys have not lost rows.
 *
 * <p>Every transaction that issues something raises one position in the database ({@link Ledger}), and three witnesses
 * outside it remember how far it came: the {@link Journal}, a mark in Redis, and each node's own memory. A witness ahead
 * of the database closes the fence on every node, at the start or within seconds; nothing is latched, so a closed fence
 * opens as soon as the database has caught up. Only a confirmed reconciliation ({@link FenceDesk}) lets it.
 *
 * <p>The journal is written before the commit, so a commit without its line can't be. An intent without a commit can:
 * its node died, or was rolled back. As the position's row is locked from the raise to the commit, at most one such
 * intent is above the database, exactly one step; a second one proves that the first was committed. So one step that
 * nobody confirmed is let pass: it was told to nobody either, since callers are answered after the confirmation. Read the
 * journal first and the database second: then an intent still on its way is never more than that one step ahead.
 *
 * <p>A witness that was lost (an emptied folder, an emptied Redis) closes nothing; one is enough, and none is needed for
 * the numbers to be unique.
 */
@Component
class Fence implements SmartInitializingSingleton {
    static final Refusal CLOSED =
            Refusal.of("NUMBERS_FENCED", "数据库比已发出的编号旧（可能恢复过备份），为避免重号，编号的分配和登记已暂停，请由最上级组织的管理员核对后恢复。");
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final RedisScript<Long> RAISE = RedisScript.of(
            "local was = tonumber(redis.call('GET', KEYS[1]) or '0') local now = tonumber(ARGV[1])"
                    + " if now > was then redis.call('SET', KEYS[1], ARGV[1]) end return was",
            Long.class);
    private static final Logger log = LoggerFactory.getLogger(Fence.class);

    private final LedgerRows rows;
    private final NumberRows numbers;
    private final Journal journal;
    private final SharedRedis redis;
    private final Clock clock;
    private final AtomicLong known = new AtomicLong();
    private volatile View last;

    Fence(LedgerRows rows, NumberRows numbers, Journal journal, SharedRedis redis, Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.journal = journal;
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * @param database how far the database says issuing has come
     * @param issued how far it came for certain
     */
    record View(long database, long issued, Instant at) {
        boolean isClosed() {
            return issued > database;
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        look();
    }

    /** Why nothing may be issued now, if so; as of some seconds ago. */
    Optional<Refusal> closed() {
        View view = last;
        if (view == null || !clock.instant().isBefore(view.at.plus(FRESH)) || view.at.isAfter(clock.instant())) {
            view = look();
        }
        return view.isClosed() ? Optional.of(CLOSED) : Optional.empty();
    }

    /**
     * Why no number may be made void now, if so. Behind a closed fence it may once the journal has nothing left to issue
     * again: then only people know which numbers are out, and say so by making them void.
     */
    Optional<Refusal> closedToVoiding() {
        return closed().filter(refusal -> {
            View view = look();
            return view.isClosed() && !missing(view).isEmpty();
        });
    }

    /** What the journal says was issued and the database has forgotten. */
    List<Journal.Entry> missing(View view) {
        return journal.above(view.database).stream()
                .filter(entry -> entry.position() <= view.issued && !isVoidAlready(entry.issue()))
                .toList();
    }

    private boolean isVoidAlready(Issue issue) {
        return issue instanceof Issue.Taken taken
                && taken.state() == NumberDesk.State.VOID
                && numbers.state(taken.number()) == NumberDesk.State.VOID;
    }

    /** Compares anew. */
    View look() {
        Journal.Height height = journal.height();
        long marked = mark();
        long database = rows.position();
        long certain = Math.max(Math.max(height.confirmed(), marked), known.get());
        long issued = height.intended() > database + 1 ? Math.max(certain, height.intended()) : certain;
        View view = new View(database, Math.max(issued, database), clock.instant());
        tell(view);
        last = view;
        known.accumulateAndGet(view.issued, Math::max);
        return view;
    }

    private void tell(View view) {
        boolean before = last != null && last.isClosed();
        if (view.isClosed() && !before) {
            log.error(
                    "The database is at position {} of the number ledger, {} was issued already (restored backup, wrong"
                            + " node?): no number is allocated or given until an admin of the root confirms the"
                            + " reconciliation in the console",
                    view.database,
                    view.issued);
        } else if (before && !view.isClosed()) {
            log.info("The database has caught up with the number ledger at {}: numbers are given again", view.issued);
        }
    }

    /** Called with the position's row locked, right before the commit: positions only ever rise. */
    void pass(long position) {
        if (position <= known.get()) {
            last = null;
            throw new IllegalStateException("The number ledger went back to " + position + ", below " + known.get()
                    + ": nothing is issued before the reconciliation is confirmed");
        }
    }

    /** Where what is made void now is told: the database's own position stays behind, so that the fence stays closed. */
    long besides() {
        View view = look();
        if (!view.isClosed() || rows.jump(view.database, view.database) == 0) {
            throw new IllegalStateException("The number ledger was reconciled meanwhile: try again");
        }
        return view.issued;
    }

    void committed(long position) {
        known.accumulateAndGet(position, Math::max);
        redis.ask(template -> template.execute(RAISE, List.of(key()), Long.toString(position)), () -> null);
    }

    private long mark() {
        String mark = redis.ask(template -> template.opsForValue().get(key()), () -> null);
        return mark == null ? 0 : Long.parseLong(mark);
    }

    private String key() {
        return "numbers:issued:" + journal.houseName();
    }
}
