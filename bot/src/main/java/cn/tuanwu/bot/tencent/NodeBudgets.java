package cn.tuanwu.bot.tencent;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What this node itself has used. While Redis is away each node keeps to a part of the whole, small enough that even a
 * large installation stays below the limit.
 */
final class NodeBudgets {
    /** More nodes than this are not run. */
    static final int NODES = 10;

    private static final int MANY = 20_000;

    private final Clock clock;
    private final Map<String, TreeMap<Long, Long>> used = new HashMap<>();

    NodeBudgets(Clock clock) {
        this.clock = clock;
    }

    /** @return milliseconds to wait, or 0 when one call was taken from each budget */
    synchronized long take(List<Budget> budgets) {
        long now = clock.millis();
        long wait = 0;
        for (Budget budget : budgets) {
            TreeMap<Long, Long> buckets = buckets(budget, now);
            long sum = buckets.values().stream().mapToLong(Long::longValue).sum();
            if (sum >= Math.max(1, budget.limit() / NODES)) {
                wait = Math.max(wait, budget.forgottenAt(buckets.firstKey()) - now);
            }
        }
        if (wait == 0) {
            note(budgets);
        }
        return wait;
    }

    /** Counts a call that was allowed by all nodes together. */
    synchronized void note(List<Budget> budgets) {
        long now = clock.millis();
        forgetSome();
        for (Budget budget : budgets) {
            buckets(budget, now).merge(budget.bucketAt(now), 1L, Long::sum);
        }
    }

    private TreeMap<Long, Long> buckets(Budget budget, long now) {
        TreeMap<Long, Long> buckets = used.computeIfAbsent(budget.name(), any -> new TreeMap<>());
        buckets.headMap(budget.bucketAt(now) - budget.back()).clear();
        return buckets;
    }

    /** Bounded memory comes first: with very many members a node may forget, which matters only while Redis is away. */
    private void forgetSome() {
        if (used.size() > MANY) {
            used.clear();
        }
    }
}
