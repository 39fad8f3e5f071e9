package cn.tuanwu.job;

import cn.tuanwu.access.Caller;
import java.io.IOException;
import java.io.OutputStream;

/** A job while somebody works on it. */
public interface JobRun {
    long id();

    /** Whoever started it; while somebody works, they sit where they sat. */
    <T extends Caller> T caller(Class<T> wanted);

    /** As they were given to {@link JobDesk#start}. */
    String parameters();

    /**
     * How far it is. Cheap: call it for every row.
     *
     * @throws Lost when another node has the job by now
     * @throws Unseated when whoever started it has lost the seat, or sits there in another role
     */
    void progress(long done, long total);

    /**
     * Where the result goes. It is sealed as it is written and can be fetched when the stream was closed and the job is done.
     *
     * @param name what people will call it
     * @param type its media type
     */
    OutputStream file(String name, String type) throws IOException;

    /** Nobody goes on in the name of somebody who may not any more. */
    final class Unseated extends RuntimeException {
        Unseated() {
            super("whoever started the job has lost the seat", null, false, false);
        }
    }

    /** The lease ended meanwhile: stop, nothing more will count. */
    final class Lost extends RuntimeException {
        Lost() {
            super("another node has the job", null, false, false);
        }
    }
}
