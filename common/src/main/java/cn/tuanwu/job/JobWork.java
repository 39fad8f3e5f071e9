package cn.tuanwu.job;

import cn.tuanwu.kernel.Outcome;
import java.io.IOException;

/**
 * Does the jobs of one kind. A node may die in the middle; then another does the work from its beginning, so what was done
 * before must be harmless to do again.
 */
public interface JobWork {
    /** As it was given to {@link JobDesk#start}. */
    String kind();

    /**
     * @return a sentence that says what came out of it, or why not
     * @throws IOException when the result can't be written; the job has then failed
     */
    Outcome<String> work(JobRun run) throws IOException;

    /** It broke off, or whoever started it may not go on, and nobody begins it again. */
    default void givenUp(JobRun run) {}
}
