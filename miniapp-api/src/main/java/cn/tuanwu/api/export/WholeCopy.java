package cn.tuanwu.api.export;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.registration.Traces;
import cn.tuanwu.trace.Attachment;
import cn.tuanwu.trace.Copyings;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import cn.tuanwu.trace.Section.Field;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything the system holds of one person, in clear: data.json for programs, data.pdf for people, the papers and pictures
 * themselves, one in memory at a time. Whoever asks was proven before.
 */
@Component
public class WholeCopy {
    private static final int WIDEST_TABLE = 4;
    private static final String NOTE = "。含完整的手机号和证件号码，请妥善保管，不要转发。";

    private final Traces traces;
    private final Copyings copyings;
    private final OwnPaper paper;
    private final JsonMapper json;
    private final Clock clock;

    WholeCopy(Traces traces, Copyings copyings, OwnPaper paper, JsonMapper json, Clock clock) {
        this.traces = traces;
        this.copyings = copyings;
        this.paper = paper;
        this.json = json;
        this.clock = clock;
    }

    /** Reads all but the files. */
    public Prepared prepare(Caller.OwnAccount caller) {
        Person person = traces.of(caller.accountId());
        List<Section> sections = copyings.of(person);
        Instant now = clock.instant();
        return new Prepared(data(sections, now), pdf(sections, now), copyings.files(person));
    }

    private byte[] data(List<Section> sections, Instant now) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("format", "tuanwu.personal-data");
        whole.put("version", 1);
        whole.put("generatedAt", now.toString());
        sections.forEach(section -> whole.put(
                section.key(), section.rows().stream().map(WholeCopy::object).toList()));
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
    }

    private static Map<String, String> object(List<Field> row) {
        Map<String, String> object = new LinkedHashMap<>();
        row.forEach(field -> object.put(field.key(), field.value()));
        return object;
    }

    /** Empty when something in it can't be drawn here: one letter keeps nothing else back. */
    private Optional<byte[]> pdf(List<Section> sections, Instant now) {
        List<OwnData.Table> tables = new ArrayList<>();
        sections.forEach(section -> tables.addAll(tables(section)));
        OwnData.Copy copy = new OwnData.Copy("我的数据", "生成于 " + ChinaTime.minute(now) + NOTE, tables);
        return paper.canDraw(copy) ? Optional.of(paper.pdf(copy)) : Optional.empty();
    }

    /** A table where it fits the paper, else each row by itself, line by line. */
    private static List<OwnData.Table> tables(Section section) {
        List<List<Field>> rows = section.rows();
        if (rows.isEmpty()) {
            return List.of(new OwnData.Table(section.title(), List.of("项目", "内容"), List.of()));
        }
        List<String> head = labels(rows.get(0));
        boolean even = rows.stream().allMatch(row -> labels(row).equals(head));
        if (rows.size() > 1 && even && head.size() > 2 && head.size() <= WIDEST_TABLE) {
            return List.of(new OwnData.Table(
                    section.title(),
                    head,
                    rows.stream()
                            .map(row -> row.stream().map(Field::value).toList())
                            .toList()));
        }
        List<OwnData.Table> each = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            each.add(new OwnData.Table(
                    rows.size() == 1 ? section.title() : section.title() + " " + (i + 1),
                    List.of("项目", "内容"),
                    rows.get(i).stream()
                            .map(field -> List.of(field.label(), field.value()))
                            .toList()));
        }
        return each;
    }

    private static List<String> labels(List<Field> row) {
        return row.stream().map(Field::label).toList();
    }

    /** Read, not yet sent. */
    public static final class Prepared {
        private final byte[] data;
        private final Optional<byte[]> pdf;
        private final List<Attachment> files;

        Prepared(byte[] data, Optional<byte[]> pdf, List<Attachment> files) {
            this.data = data;
            this.pdf = pdf;
            this.files = files;
        }

        /** What can't be drawn or read now is named in a text of its own: the rest is not kept back for it. */
        public void writeTo(OutputStream out) throws IOException {
            List<String> missing = new ArrayList<>();
            try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                add(zip, "data.json", data);
                if (pdf.isPresent()) {
                    add(zip, "data.pdf", pdf.get());
                } else {
                    missing.add("data.pdf（其中有服务器暂时不能显示的字，同样的内容在 data.json 中）");
                }
                for (Attachment file : files) {
                    Optional<byte[]> content = open(file);
                    if (content.isPresent()) {
                        add(zip, "files/" + file.name(), content.get());
                    } else {
                        missing.add(file.name());
                    }
                }
                if (!missing.isEmpty()) {
                    String words = "以下文件暂时不能提供，请稍后再导出一次：\n" + String.join("\n", missing) + "\n";
                    add(zip, "没有包含的文件.txt", words.getBytes(StandardCharsets.UTF_8));
                }
            }
        }

        private static Optional<byte[]> open(Attachment file) {
            try {
                return file.open().get();
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        }

        private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
    }
}
