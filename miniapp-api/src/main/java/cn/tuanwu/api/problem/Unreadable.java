package cn.tuanwu.api.problem;

import cn.tuanwu.kernel.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/** A body that could not be read: no JSON at all, or JSON with a value of the wrong kind in some field. */
final class Unreadable {

    private Unreadable() {}

    static Problem problem(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof MismatchedInputException wrong) {
            String field = field(wrong);
            if (!field.isEmpty()) {
                return Problem.of(List.of(Refusal.at(field, "FORMAT_INVALID", "填写的格式不正确，请重新填写。")));
            }
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "BODY_UNREADABLE", "请求的内容不是正确的 JSON。");
    }

    private static String field(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }
}
