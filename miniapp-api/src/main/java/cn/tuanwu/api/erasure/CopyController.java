package cn.tuanwu.api.erasure;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.export.WholeCopy;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Tx;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A copy of everything, made while it is sent; nothing of it touches the disk. */
@RestController
class CopyController {
    private final Proofs proofs;
    private final WholeCopy copies;
    private final AuditDesk audit;
    private final Tx tx;

    CopyController(Proofs proofs, WholeCopy copies, AuditDesk audit, Tx tx) {
        this.proofs = proofs;
        this.copies = copies;
        this.audit = audit;
        this.tx = tx;
    }

    @GetMapping("/api/me/export.zip")
    void zip(
            Caller.OwnAccount caller,
            @RequestHeader(name = "X-Proof", required = false) String proof,
            HttpServletResponse response)
            throws IOException {
        proofs.refusal(caller, proof).ifPresent(why -> RefusedRequest.unlessDone(Outcome.refused(why)));
        WholeCopy.Prepared prepared = copies.prepare(caller);
        tx.run(() -> audit.append(caller.actor(), "data.exported", "account", caller.accountId(), null));
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("我的数据.zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        prepared.writeTo(response.getOutputStream());
    }
}
