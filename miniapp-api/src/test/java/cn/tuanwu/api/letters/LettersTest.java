package cn.tuanwu.api.letters;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.letters.Letters;
import java.awt.Font;
import java.awt.geom.Area;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("registration")
class LettersTest {
    private final Letters letters = new Letters();

    /** Break: let Letters.letter draw the font's missing glyph. */
    @ParameterizedTest
    @ValueSource(strings = {"𬱖", "𠮷", "䶮", "〇", "·", "阿", "A"})
    void aLetterIsDrawnAndIsNotTheBoxOfAMissingOne(String text) {
        assertThat(letters.missing(List.of(text))).isFalse();
        Letters.Letter letter = letters.of(text).get(0);
        assertThat(letter.outline().getBounds2D().isEmpty()).isFalse();
        for (Font font : letters.candidates()) {
            Font sized = font.deriveFont((float) Letters.EM);
            Area box = new Area(sized.createGlyphVector(
                            new java.awt.font.FontRenderContext(null, true, true),
                            new int[] {sized.getMissingGlyphCode()})
                    .getOutline());
            assertThat(new Area(letter.outline()).equals(box))
                    .as(font.getName())
                    .isFalse();
        }
        assertThat(new Area(letter.outline())
                        .equals(new Area(letters.of("一").get(0).outline())))
                .isFalse();
    }

    @Test
    void twoRareLettersAreTwoPictures() {
        Area one = new Area(letters.of("𬱖").get(0).outline());
        one.exclusiveOr(new Area(letters.of("𠮷").get(0).outline()));
        assertThat(one.isEmpty()).isFalse();
    }

    /** Break: take the first font, whatever it can display. */
    @Test
    void aLetterNoFontHasIsSaidBeforehand() {
        assertThat(letters.missing(List.of("张\uE123三"))).isTrue();
    }

    @Test
    void onAMachineWithoutFontsEverythingIsMissingAndNothingBreaks() {
        Letters bare = new Letters() {
            @Override
            public List<Font> candidates() {
                throw new InternalError("java.lang.reflect.InvocationTargetException");
            }
        };
        assertThat(bare.missing(List.of("张三"))).isTrue();
    }

    /** Break: write the code point as one UTF-16 unit in Type3.unicode. */
    @Test
    void whatAPaperSaysIsReadAgainAndDrawn() throws Exception {
        String long_ = "所在单位" + "𬱖𠮷".repeat(60);
        Paper paper = new Paper(letters).title("我的资料").note("说明").heading("报到资料");
        paper.row(List.of("姓名", "𬱖·阿卜杜拉"), 130).row(List.of("长", long_), 130);
        for (int i = 0; i < 400; i++) {
            paper.row(List.of("第" + i + "行", Character.toString(0x4E00 + i)), 130);
        }
        byte[] pdf = paper.pdf("我的资料");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("我的资料", "𬱖·阿卜杜拉", "第399行", "1 / ");
            assertThat(text.replaceAll("\\s", "")).contains(long_);
            assertThat(document.getNumberOfPages()).isGreaterThan(5);
            var image = new PDFRenderer(document).renderImage(0);
            int black = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    black += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
                }
            }
            assertThat(black).as("ink on the first page").isGreaterThan(2_000);
        }
        assertThat(pdf.length).isLessThan(600_000);
    }

    @Test
    void aWidthIsTheSumOfItsLetters() {
        assertThat(letters.width("阿𬱖")).isEqualTo(letters.width("阿") + letters.width("𬱖"));
    }
}
