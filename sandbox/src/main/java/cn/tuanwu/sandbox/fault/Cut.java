package cn.tuanwu.sandbox.fault;

import cn.tuanwu.sandbox.wire.WireNote;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Hangs up on marked requests without a byte of answer, which no servlet filter can do. */
@Component
class Cut extends ValveBase implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String MARK = Cut.class.getName();

    Cut() {
        super(true);
    }

    static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
        WireNote.unanswered(request);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(MARK) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
