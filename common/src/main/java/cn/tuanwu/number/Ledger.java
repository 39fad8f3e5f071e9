package cn.tuanwu.number;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has every transaction that issues something raise the position and tell the journal, as the last thing before its
 * commit: the row of the ledger is locked that briefly, and always after everything else.
 */
@Component
class Ledger {
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final LedgerRows rows;
    private final Journal journal;
    private final Fence fence;
    private final Clock clock;

    Ledger(LedgerRows rows, Journal journal, Fence fence, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.fence = fence;
        this.clock = clock;
    }

    /** The transaction around this call issues something. */
    void issued(Issue issue) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Account.class::isInstance)
                .map(Account.class::cast)
                .findFirst()
                .orElseGet(this::opened)
                .issues
                .add(issue);
    }

    private Account opened() {
        Account account = new Account();
        TransactionSynchronizationManager.registerSynchronization(account);
        return account;
    }

    /** What one transaction issues. */
    private class Account implements TransactionSynchronization {
        private final List<Issue> issues = new ArrayList<>();
        private long position;

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            position = onlyVoids() && fence.closed().isPresent() ? fence.besides() : raised();
            journal.intend(position, now(), issues);
        }

        private long raised() {
            rows.raise();
            long raised = rows.raised();
            fence.pass(raised);
            return raised;
        }

        private boolean onlyVoids() {
            return issues.stream()
                    .allMatch(issue -> issue instanceof Issue.Taken taken && taken.state() == NumberDesk.State.VOID);
        }

        /** The commit stands, whatever happens here: an intent without confirmation is remembered too. */
        @Override
        public void afterCommit() {
            try {
                journal.confirm(position);
            } catch (RuntimeException e) {
                log.warn(
                        "Position {} is issued, its confirmation could not be written: it counts as perhaps issued",
                        position,
                        e);
            }
            fence.committed(position);
        }

        private Instant now() {
            return clock.instant();
        }
    }
}
