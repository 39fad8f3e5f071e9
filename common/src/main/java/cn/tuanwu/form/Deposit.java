package cn.tuanwu.form;

import cn.tuanwu.file.FileStore;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes files to the store and fetches them, and waits for it only so long: a store that stalls is as good as one that is
 * down, and holds no more threads than a few. Never inside a transaction.
 */
@Component
class Deposit {
    private static final Logger log = LoggerFactory.getLogger(Deposit.class);
    private static final int AT_ONCE = 32;
    private static final String PDF = "application/pdf";

    private final FileStore store;
    private final Duration patience;
    private final ExecutorService hands;

    Deposit(FileStore store, @Value("${tuanwu.form.patience:PT40S}") Duration patience) {
        this.store = store;
        this.patience = patience;
        this.hands = new ThreadPoolExecutor(0, AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "form-store");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws FileStore.Unavailable when it is not known to be kept */
    void put(long form, byte[] content) {
        waitFor(() -> {
            store.put(Form.key(form), content, PDF);
            return true;
        });
    }

    /** @throws FileStore.Unavailable when nobody knows, and when it is lost */
    byte[] get(long form) {
        return waitFor(() -> store.get(Form.key(form)))
                .orElseThrow(() -> new FileStore.Unavailable("A form's file is lost: form " + form, null));
    }

    /** Tries once; what is left is the sweeper's. */
    void drop(long form) {
        try {
            waitFor(() -> {
                store.drop(Form.key(form));
                return Optional.empty();
            });
        } catch (FileStore.Unavailable e) {
            log.warn("The file of form {} could not be dropped; the sweeper will try again", form);
        }
    }

    private <T> T waitFor(Callable<T> errand) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the store is never asked inside a transaction");
        }
        Future<T> going = null;
        try {
            going = hands.submit(errand);
            return going.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            if (going != null) {
                going.cancel(true);
            }
            throw new FileStore.Unavailable("The file store does not answer in time", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FileStore.Unavailable down
                    ? down
                    : new FileStore.Unavailable("The file store failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FileStore.Unavailable("stopped while waiting for the file store", e);
        }
    }

    @PreDestroy
    void close() {
        hands.shutdownNow();
    }
}
