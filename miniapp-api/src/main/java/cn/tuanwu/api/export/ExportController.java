package cn.tuanwu.api.export;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.RegistrationBook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of the caller's own: made when asked for, kept nowhere. */
@RestController
class ExportController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final OwnData data;
    private final OwnPaper paper;
    private final OwnWorkbook workbook;
    private final RegistrationBook book;
    private final OrgDesk organisations;
    private final CardPicture cards;

    ExportController(
            OwnData data,
            OwnPaper paper,
            OwnWorkbook workbook,
            RegistrationBook book,
            OrgDesk organisations,
            CardPicture cards) {
        this.data = data;
        this.paper = paper;
        this.workbook = workbook;
        this.book = book;
        this.organisations = organisations;
        this.cards = cards;
    }

    @GetMapping("/api/me/export.pdf")
    ResponseEntity<byte[]> pdf(Caller.OwnAccount caller) {
        return file("我的资料.pdf", MediaType.APPLICATION_PDF, paper.pdf(data.of(caller)));
    }

    @GetMapping("/api/me/export.xlsx")
    ResponseEntity<byte[]> xlsx(Caller.OwnAccount caller) {
        return file("我的资料.xlsx", XLSX, workbook.xlsx(data.of(caller)));
    }

    @GetMapping("/api/registration/card.png")
    ResponseEntity<byte[]> card(Caller.OwnAccount caller) {
        RegistrationBook.Certificate mine = RefusedRequest.unlessDone(book.certificate(caller));
        return file(
                "电子团员证.png",
                MediaType.IMAGE_PNG,
                cards.png(new CardPicture.Face(
                        mine.name(),
                        words(mine.gender()),
                        mine.branch().name(),
                        above(mine.branch()),
                        mine.joinMonth().replace("-", "年") + "月",
                        words(mine.memberNumber()),
                        ChinaTime.minute(mine.approvedAt()) + " 完成报到")));
    }

    /** The organisations over the branch, the province's left out. */
    private String above(Organisation branch) {
        List<Organisation> chain = organisations.chain(branch);
        return chain.subList(Math.min(1, chain.size() - 1), chain.size() - 1).stream()
                .map(Organisation::name)
                .collect(Collectors.joining(" "));
    }

    private static String words(String text) {
        return text == null ? "无" : text;
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
