package cn.tuanwu.api.linked;

import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a provider sends people back to: a page inside the mini-program. It hands the mini-program around it a code that is
 * of use only beside the ticket; in any other browser nothing can be done with it. It goes nowhere but to our own page.
 */
@RestController
class ReturnController {
    private static final int CODE_BYTES = 32;

    private final Providers providers;
    private final Journeys journeys;
    private final ReturnPage page;
    private final Ids ids;

    ReturnController(Providers providers, Journeys journeys, ReturnPage page, Ids ids) {
        this.providers = providers;
        this.journeys = journeys;
        this.page = page;
        this.ids = ids;
    }

    @GetMapping(path = "/api/linked/{provider}/return", produces = MediaType.TEXT_HTML_VALUE)
    byte[] comeBack(
            @PathVariable("provider") String id,
            @RequestParam(name = "state", required = false) String state,
            @RequestParam(name = "code", required = false) String code,
            @RequestParam(name = "error", required = false) String error,
            @RequestParam(name = "iss", required = false) String issuer,
            HttpServletResponse response) {
        try {
            Provider provider = providers.get(id);
            Optional<Journeys.Begun> begun =
                    journeys.take(state, Journeys.Begun.class).filter(step -> id.equals(step.provider()));
            boolean foreign =
                    issuer != null && !issuer.equals(provider.registered().issuer());
            if (begun.isEmpty() || foreign) {
                return page.refused(response, Provider.FAILED);
            }
            return code == null || error != null
                    ? page.cancelled(response)
                    : arrived(provider, begun.get(), code, response);
        } catch (DataAccessException e) {
            return page.refused(response, Refusal.of("UNAVAILABLE", "服务暂时不可用，请稍后再试。"));
        }
    }

    private byte[] arrived(Provider provider, Journeys.Begun begun, String code, HttpServletResponse response) {
        Outcome<Provider.Person> who = provider.person(code, begun.nonce(), begun.verifier());
        if (who instanceof Outcome.Refused<Provider.Person> refused) {
            return page.refused(response, refused.first());
        }
        Provider.Person person = ((Outcome.Done<Provider.Person>) who).value();
        String mine = ids.token(CODE_BYTES);
        String phone = person.phone() == null ? null : person.phone().number();
        journeys.put(
                begun.ticket(), new Journeys.Returned(begun.provider(), mine, person.name(), phone, begun.account()));
        return page.arrived(response, mine);
    }
}
