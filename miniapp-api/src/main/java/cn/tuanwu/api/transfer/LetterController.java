package cn.tuanwu.api.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.transfer.Letter;
import cn.tuanwu.transfer.LetterDesk;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letters of introduction: for their member, for the side that let go, and for whoever holds one in their hand. */
@RestController
class LetterController {
    private final LetterDesk letters;
    private final LetterPaper paper;
    private final Once once;
    private final Clock clock;

    LetterController(LetterDesk letters, LetterPaper paper, Once once, Clock clock) {
        this.letters = letters;
        this.paper = paper;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping("/api/me/transfers/{id}/letter.pdf")
    ResponseEntity<byte[]> mine(Caller.OwnAccount caller, @PathVariable("id") String id) {
        long transfer = TypedId.of(id);
        return file(paper.of(transfer, RefusedRequest.unlessDone(letters.open(caller, transfer))));
    }

    @GetMapping("/api/console/transfers/{id}/letter.pdf")
    ResponseEntity<byte[]> ofTheirs(Caller.Viewer caller, @PathVariable("id") String id) {
        long transfer = TypedId.of(id);
        return file(paper.of(transfer, RefusedRequest.unlessDone(letters.open(caller, transfer))));
    }

    /** The member arrived out of the province. */
    @PostMapping(path = "/api/console/transfers/{id}/arrival", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] arrived(Caller.Reviewer caller, Call call, @PathVariable("id") String id) {
        return once.json(call, () -> letters.arrived(caller, TypedId.of(id))
                .map(transfer -> TransferView.forOrganisation(transfer, false, true)));
    }

    /** The same from an operator's phone. */
    @PostMapping(path = "/api/work/transfers/{id}/arrival", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] arrived(Caller.Staff caller, Call call, @PathVariable("id") String id) {
        return once.json(call, () -> letters.arrived(caller, TypedId.of(id))
                .map(transfer -> TransferView.forOrganisation(transfer, false, true)));
    }

    /** For anybody who reads the code: whether it is valid, and nothing of whom it is about. */
    @GetMapping(path = "/api/letters/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    Check check(@PathVariable("code") String code) {
        return letters.check(code)
                .map(letter -> Check.of(letter, ChinaTime.date(clock.instant())))
                .orElseThrow(() -> new RefusedRequest("LETTER_UNKNOWN", "没有找到这封介绍信，请核对；它可能不是本系统开具的。"));
    }

    /** The same for a browser. */
    @GetMapping(path = "/api/letters/{code}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@PathVariable("code") String code) {
        String words = letters.check(code)
                .map(letter -> Check.of(letter, ChinaTime.date(clock.instant())))
                .map(check -> "<h1>" + (check.valid() ? "介绍信有效" : "介绍信无效") + "</h1><p>" + check.label() + "<br>编号 "
                        + check.number() + "<br>开具日期 " + check.issuedOn() + "<br>有效期至 " + check.until() + "</p>")
                .orElse("<h1>没有找到这封介绍信</h1><p>请核对二维码；它可能不是本系统开具的。</p>");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width, initial-scale=1\"><title>核对转接介绍信</title></head><body><main>"
                        + words + "</main></body></html>");
    }

    private static ResponseEntity<byte[]> file(byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("转接介绍信.pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf);
    }

    record Check(boolean valid, String label, String number, LocalDate issuedOn, LocalDate until) {
        static Check of(Letter letter, LocalDate today) {
            boolean late = letter.state() == Letter.State.ISSUED && today.isAfter(letter.until());
            return new Check(
                    letter.isValid(today),
                    late ? "已过有效期" : letter.state().label(),
                    letter.number(),
                    letter.issuedOn(),
                    letter.until());
        }
    }
}
