package cn.tuanwu.servers;

/** A server could not be started or stopped. The message is one sentence for the person at the terminal. */
public final class ServerFailure extends RuntimeException {

    public ServerFailure(String sentence) {
        super(sentence);
    }

    public ServerFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
