package cn.tuanwu.api.problem;

import cn.tuanwu.kernel.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The body of every answer that is not what was asked for.
 *
 * @param code stable, for programs
 * @param detail for people
 * @param errors what is wrong beside which field; empty when it concerns the whole request
 */
public record Problem(String type, String title, int status, String code, String detail, List<FieldError> errors) {

    public record FieldError(String field, String code, String message) {}

    static Problem of(List<Refusal> refusals) {
        Refusal first = refusals.get(0);
        List<FieldError> errors = refusals.stream()
                .filter(refusal -> refusal.field() != null)
                .map(refusal -> new FieldError(refusal.field(), refusal.code(), refusal.text()))
                .toList();
        String detail = refusals.size() == 1 ? first.text() : "有 " + refusals.size() + " 处需要修改，请查看标出的内容。";
        HttpStatus status = Statuses.of(first.code());
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), first.code(), detail, errors);
    }

    static Problem of(HttpStatus status, String code, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), code, detail, List.of());
    }

    ResponseEntity<Problem> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }
}
