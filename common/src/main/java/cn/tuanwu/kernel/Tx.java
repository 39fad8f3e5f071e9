package cn.tuanwu.kernel;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a change in one transaction and runs the whole of it again when the database asks for that (deadlock 1213, lock
 * time-out 1205, serialisation 40001). The work may therefore run up to {@value #ATTEMPTS} times and must have no effect
 * outside the database. A refused outcome rolls back. Called inside a transaction it joins it; a refusal then dooms the
 * whole of it, so that an outer change which overlooks the refusal fails instead of keeping half.
 */
@Component
public class Tx {
    private static final int ATTEMPTS = 6;
    private static final Logger log = LoggerFactory.getLogger(Tx.class);

    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;

    public Tx(PlatformTransactionManager transactions) {
        this.transaction = template(transactions, TransactionDefinition.PROPAGATION_REQUIRED);
        this.apart = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private static TransactionTemplate template(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        // Correctness rests on conditional updates and unique keys; READ COMMITTED only avoids gap-lock waits.
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return template;
    }

    public <T> T write(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return once(work);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.info("Another transaction was in the way (attempt {}): the whole change runs again", attempt);
                pause(attempt);
            }
        }
    }

    public void run(Runnable work) {
        write(() -> {
            work.run();
            return null;
        });
    }

    /** A small change that must stay even when the transaction around it rolls back, such as counting a wrong try. */
    public void apart(Runnable work) {
        apart.executeWithoutResult(status -> work.run());
    }

    private <T> T once(Supplier<T> work) {
        return transaction.execute(status -> {
            T result = work.get();
            if (result instanceof Outcome.Refused<?>) {
                status.setRollbackOnly();
            }
            return result;
        });
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10L * attempt, 40L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to run a transaction again", e);
        }
    }
}
