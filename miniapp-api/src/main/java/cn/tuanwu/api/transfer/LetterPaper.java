package cn.tuanwu.api.transfer;

import cn.tuanwu.api.access.WeComApp;
import cn.tuanwu.api.letters.Paper;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.letters.Letters;
import cn.tuanwu.transfer.Letter;
import cn.tuanwu.transfer.LetterDesk;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A letter of introduction as a PDF: drawn once from what was written down at its issue, the same ever after. */
@Component
class LetterPaper {
    private static final Logger log = LoggerFactory.getLogger(LetterPaper.class);
    private static final String TITLE = "团员组织关系转接介绍信";
    private static final double LABELS = 130;
    private static final double CODE = 92;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final FileStore store;
    private final Letters letters;
    private final String publicUrl;

    LetterPaper(FileStore store, Letters letters, WeComApp app) {
        this.store = store;
        this.letters = letters;
        this.publicUrl = app.publicUrl();
    }

    /** Refused with FONT_MISSING when this machine can't draw all of it. A store that is down delays nobody. */
    byte[] of(long transfer, LetterDesk.Sheet sheet) {
        String key = "letter/" + transfer + ".pdf";
        try {
            return store.get(key).orElseGet(() -> kept(key, drawn(sheet)));
        } catch (FileStore.Unavailable down) {
            log.warn("A letter is drawn anew: the store of files does not answer");
            return drawn(sheet);
        }
    }

    private byte[] kept(String key, byte[] pdf) {
        store.put(key, pdf, "application/pdf");
        return pdf;
    }

    byte[] drawn(LetterDesk.Sheet sheet) {
        Letter letter = sheet.letter();
        Letter.Facts facts = sheet.facts();
        String check = publicUrl + "/api/letters/" + sheet.code();
        List<List<String>> rows = rows(letter, facts);
        List<String> notes = List.of(
                facts.to() + "：",
                "兹有我单位共青团员 " + facts.name() + " 转往你处，请接收其团员组织关系。",
                "本介绍信自开具之日起 " + Letter.DAYS + " 天内有效。到达前其团员组织关系仍在原团支部；接收后请告知原团支部确认。",
                "扫描右上方二维码，或打开下面的地址，可以核对编号、日期与是否有效；核对页面不显示个人信息。",
                check);
        if (letters.missing(
                Stream.concat(Stream.concat(rows.stream().flatMap(List::stream), notes.stream()), Stream.of(TITLE))
                        .toList())) {
            throw new RefusedRequest("FONT_MISSING", "服务器缺少显示这份介绍信所需的字体，暂时不能生成，我们会尽快补上。");
        }
        Paper paper =
                new Paper(letters).title(TITLE).note("编号 " + letter.number()).code(modules(check), CODE);
        paper.heading("介绍信");
        paper.row(List.of(notes.get(0)));
        paper.row(List.of(notes.get(1)));
        paper.heading("团员信息");
        rows.forEach(row -> paper.row(row, LABELS));
        paper.heading("说明");
        notes.subList(2, notes.size()).forEach(paper::note);
        paper.heading("开具");
        paper.row(List.of("开具单位", facts.issuer()), LABELS);
        paper.row(List.of("开具日期", day(letter.issuedOn())), LABELS);
        try {
            return paper.pdf(TITLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> rows(Letter letter, Letter.Facts facts) {
        return List.of(
                List.of("姓名", facts.name()),
                List.of("证件号码", facts.document()),
                List.of("出生年月", facts.birthMonth()),
                List.of("入团年月", facts.joinMonth()),
                List.of("发展团员编号", facts.memberNumber()),
                List.of("转出团支部", facts.from()),
                List.of("转往团组织", facts.to()),
                List.of("转接原因", facts.reason()),
                List.of("有效期至", day(letter.until())));
    }

    private static BitMatrix modules(String content) {
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalStateException("An address of ours does not fit a QR code", e);
        }
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
