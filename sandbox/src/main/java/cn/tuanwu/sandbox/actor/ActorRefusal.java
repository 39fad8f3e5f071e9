package cn.tuanwu.sandbox.actor;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a phone cannot do, said to the person who tried. */
final class ActorRefusal extends ErrorResponseException {

    private ActorRefusal(HttpStatus status, String code, String sentence) {
        super(status, problem(status, code, sentence), null);
    }

    static ActorRefusal unknown(String code, String sentence) {
        return new ActorRefusal(HttpStatus.NOT_FOUND, code, sentence);
    }

    static ActorRefusal conflict(String code, String sentence) {
        return new ActorRefusal(HttpStatus.CONFLICT, code, sentence);
    }

    static ActorRefusal invalid(String code, String sentence) {
        return new ActorRefusal(HttpStatus.UNPROCESSABLE_CONTENT, code, sentence);
    }

    private static ProblemDetail problem(HttpStatus status, String code, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("code", code);
        return problem;
    }
}
