package cn.tuanwu.api.problem;

import cn.tuanwu.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is at hand. */
@Component
public class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Leaves an answer alone that is already on its way. */
    public void write(HttpServletResponse response, int status) throws IOException {
        write(response, Problems.ofStatus(status));
    }

    /** As {@link #write(HttpServletResponse, int)}. */
    public void write(HttpServletResponse response, Refusal refusal) throws IOException {
        write(response, Problem.of(List.of(refusal)));
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
