package cn.tuanwu.api.problem;

import cn.tuanwu.kernel.Refusal;
import java.util.List;
import java.util.stream.Collectors;
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
        HttpStatus status = Statuses.of(first.code());
        return new Problem(
                "about:blank", status.getReasonPhrase(), status.value(), first.code(), detail(refusals), errors);
    }

    /** What stands beside no field is said here in full. */
    private static String detail(List<Refusal> refusals) {
        if (refusals.size() == 1) {
            return refusals.get(0).text();
        }
        String whole = refusals.stream()
                .filter(refusal -> refusal.field() == null)
                .map(Refusal::text)
                .collect(Collectors.joining(" "));
        long marked =
                refusals.stream().filter(refusal -> refusal.field() != null).count();
        String rest = "有 " + marked + " 处需要修改，请查看标出的内容。";
        if (marked == 0) {
            return whole;
        }
        return whole.isEmpty() ? rest : whole + " " + rest;
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
