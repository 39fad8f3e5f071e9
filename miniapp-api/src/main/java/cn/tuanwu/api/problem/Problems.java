package cn.tuanwu.api.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns whatever a door throws into a {@link Problem}. */
@RestControllerAdvice
class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(RefusedRequest refused) {
        return Problem.of(refused.refusals()).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        return Unreadable.problem(unreadable).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception failure) {
        return of(failure).answer();
    }

    /** The kind of failure decides what is said; what it says itself may hold anything, so it is said nowhere. */
    static Problem of(Throwable failure) {
        if (failure instanceof ErrorResponse response) {
            return ofStatus(response.getStatusCode().value());
        }
        if (Away.isCauseOf(failure)) {
            log.warn("A request was answered 503 because the database or Redis was away: {}", Trace.of(failure));
            return ofStatus(503);
        }
        log.error("A request was answered 500, nothing of it was kept: {}", Trace.of(failure));
        return ofStatus(500);
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "没有找到要访问的内容。");
            case 405 -> Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "不支持这种访问方式。");
            case 406 -> Problem.of(HttpStatus.NOT_ACCEPTABLE, "NOT_ACCEPTABLE", "不支持要求的返回格式。");
            case 413 -> Problem.of(HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE", "提交的内容太大，请缩短后再试。");
            case 415 -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "MEDIA_TYPE_UNSUPPORTED", "请以 JSON 格式提交。");
            case 503 -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "服务暂时不可用，请稍后再试。");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST", "请求的格式不正确。")
                        : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "FAILED", "服务出了点问题，请稍后再试。");
        };
    }
}
