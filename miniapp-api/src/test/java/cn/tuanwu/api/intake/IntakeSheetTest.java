package cn.tuanwu.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.intake.Intake;
import cn.tuanwu.intake.IntakeColumn;
import cn.tuanwu.kernel.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sheets no program writes, and what people's programs do write. */
@Tag("console")
class IntakeSheetTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    /** Break: in SheetCell, write every number out. */
    @Test
    void aNumberLongerThanAnyFieldIsReadAsItStands() throws IOException {
        assertThat(first("<c r=\"A2\"><v>1E99999</v></c>")).isEqualTo("1E99999");
        assertThat(first("<c r=\"A2\"><v>1E-99999</v></c>")).isEqualTo("1E-99999");
        assertThat(first("<c r=\"A2\"><v>1.39E10</v></c>")).isEqualTo("13900000000");
    }

    /** Break: in SheetBounds, let a cell stand anywhere. */
    @Test
    void aCellFarToTheRightIsRefused() throws IOException {
        assertThat(first("<c r=\"A2\"><v>1</v></c><c r=\"CV2\"><v>2</v></c>")).isEqualTo("1");
        assertThat(isRefused("<c r=\"CW2\"><v>1</v></c>")).isTrue();
        assertThat(isRefused("<c r=\"XFD2\"/>")).isTrue();
        assertThat(isRefused("<c r='ZZZZZZ2'/>")).isTrue();
        assertThat(isRefused("<c r=\"&#90;ZZZ2\"/>")).isTrue();
        assertThat(isRefused("<x:c xmlns:x='urn:x' r=\"ZZZZ2\"/>")).isTrue();
        assertThat(first("<c/>".repeat(100))).isEmpty();
        assertThat(isRefused("<c/>".repeat(101))).isTrue();
    }

    /** Break: in SafeZip, look only at what lies in the folder of the sheets. */
    @Test
    void whereASheetLiesMakesNoDifference() throws IOException {
        Map<String, String> parts = parts("xl/media/image1.png", "<c r=\"ZZZZ2\"/>");
        assertThat(isUnreadable(IntakeSheet.read(zip(parts)))).isTrue();
    }

    /** Break: in SheetBounds.ends, let every number of a text be. */
    @Test
    void aTextThatIsNotThereIsNotLookedForWithoutEnd() throws IOException {
        assertThat(isRefused("<c r=\"A2\" t=\"s\"><v>2000000000</v></c>")).isTrue();
        assertThat(isRefused("<c r=\"A2\" t=\"s\"><c t=\"n\"><v>2000000000</v></c></c>"))
                .isTrue();
        assertThat(isRefused("<c r=\"A2\" t=\"s\"><v><x/>2000000000</v></c>")).isTrue();
    }

    /** Break: in SheetBounds.says, let every text be as long as it likes. */
    @Test
    void aFormulaCountsByWhatItGaveAndIsOfAPersonsLength() throws IOException {
        assertThat(first("<c r=\"A2\" t=\"str\"><f>TEXT(B2,\"@\")</f><v>李四</v></c>"))
                .isEqualTo("李四");
        assertThat(isRefused("<c r=\"A2\"><f>" + "1+".repeat(500) + "1</f><v>501</v></c>"))
                .isTrue();
        assertThat(isRefused("<c r=\"A2\"><v>" + "1".repeat(32_768) + "</v></c>"))
                .isTrue();
    }

    /** Break: in SheetBounds.starts, count cells outside rows as well. */
    @Test
    void theListOfFormulasAProgramKeepsIsNoRow() throws IOException {
        Map<String, String> parts = parts(SHEET, "<c r=\"A2\"><v>1</v></c>");
        parts.put("xl/calcChain.xml", "<calcChain>" + "<c r=\"A2\" i=\"1\"/>".repeat(5_000) + "</calcChain>");
        assertThat(IntakeSheet.read(zip(parts))).isInstanceOf(Outcome.Done.class);
    }

    /** The first field of the only line. */
    private static String first(String cells) throws IOException {
        // A line with nothing in it is none.
        String other = "<row r=\"3\"><c r=\"B3\"><v>13900000000</v></c></row>";
        Outcome<List<Intake.Line>> read = read(cells + "</row>" + other + "<row r=\"4\">");
        assertThat(read).isInstanceOf(Outcome.Done.class);
        Intake.Line line = ((Outcome.Done<List<Intake.Line>>) read).value().get(0);
        return line.number() == 2 ? line.cell(IntakeColumn.NAME) : "";
    }

    private static boolean isRefused(String cells) throws IOException {
        return isUnreadable(read(cells));
    }

    private static boolean isUnreadable(Outcome<List<Intake.Line>> read) {
        return read instanceof Outcome.Refused<List<Intake.Line>> refused
                && refused.refusals().get(0).code().equals("SHEET_UNREADABLE");
    }

    private static Outcome<List<Intake.Line>> read(String cells) throws IOException {
        return IntakeSheet.read(zip(parts(SHEET, cells)));
    }

    private static Map<String, String> parts(String sheet, String cells) {
        String head = Arrays.stream(IntakeColumn.values())
                .map(column -> "<c t=\"inlineStr\"><is><t>" + column.heading() + "</t></is></c>")
                .collect(Collectors.joining());
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/xl/sharedStrings.xml\" ContentType="
                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"/" + sheet + "\"/></Relationships>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>one</t></si></sst>");
        parts.put(
                sheet,
                "<worksheet><sheetData><row r=\"1\">" + head + "</row><row r=\"2\">" + cells
                        + "</row></sheetData></worksheet>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toByteArray();
    }
}
