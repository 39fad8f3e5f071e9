package cn.tuanwu.api.problem;

import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells "not to be had now, try again" from a fault of ours. */
final class Away {
    private static final List<Class<? extends RuntimeException>> KINDS = List.of(
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class,
            RedisSystemException.class,
            CannotCreateTransactionException.class);

    private Away() {}

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable candidate = cause;
            if (KINDS.stream().anyMatch(kind -> kind.isInstance(candidate))) {
                return true;
            }
        }
        return false;
    }
}
