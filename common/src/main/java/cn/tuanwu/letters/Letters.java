package cn.tuanwu.letters;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The outline of each letter, from whichever font of this machine has it: rare characters stand in other fonts than common
 * ones. A letter no font has is never drawn as a box: {@link #missing} says so beforehand.
 */
@Component
public class Letters {
    /** Outlines are this many units to the em. */
    public static final int EM = 1000;

    private static final List<String> CHINESE = List.of(
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "Source Han Sans CN",
            "PingFang SC",
            "Microsoft YaHei",
            "WenQuanYi Micro Hei",
            "SimHei");
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Logger log = LoggerFactory.getLogger(Letters.class);

    private final Map<Integer, Optional<Letter>> known = new ConcurrentHashMap<>();
    private volatile List<Font> fonts;

    /** Whether something in these texts can't be drawn here. It is said in the log once for each letter. */
    public boolean missing(Collection<String> texts) {
        return texts.stream().flatMapToInt(String::codePoints).distinct().anyMatch(point -> find(point)
                .isEmpty());
    }

    /** @throws IllegalStateException for a letter that is {@link #missing} */
    public List<Letter> of(String text) {
        return text.codePoints()
                .mapToObj(point -> find(point).orElseThrow(() -> new IllegalStateException("no font has a letter")))
                .toList();
    }

    /** In units of the em. */
    public double width(String text) {
        return of(text).stream().mapToDouble(Letter::advance).sum();
    }

    private Optional<Letter> find(int point) {
        return known.computeIfAbsent(point, this::look);
    }

    private Optional<Letter> look(int point) {
        try {
            Optional<Letter> found = fonts().stream()
                    .filter(font -> font.canDisplay(point))
                    .findFirst()
                    .map(font -> letter(font, point));
            if (found.isEmpty()) {
                log.error(
                        "No font of this machine has U+{}: papers and pictures with it are refused."
                                + " Install a Chinese font such as Noto Sans CJK and start again",
                        Integer.toHexString(point).toUpperCase(Locale.ROOT));
            }
            return found;
        } catch (RuntimeException | LinkageError | InternalError e) {
            // A bare server image may lack even the libraries that look for fonts.
            log.error(
                    "This machine can't draw text ({}): papers and pictures are refused. Install fontconfig and a Chinese"
                            + " font such as Noto Sans CJK and start again",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Letter letter(Font font, int point) {
        GlyphVector glyphs = font.createGlyphVector(EXACT, Character.toString(point));
        return new Letter(point, glyphs.getOutline(), glyphs.getGlyphMetrics(0).getAdvanceX());
    }

    /** Fonts made for Chinese first, so that a text looks like one piece; then whatever else there is. */
    private List<Font> fonts() {
        if (fonts == null) {
            List<Font> found = new ArrayList<>();
            List<Font> all = candidates();
            CHINESE.forEach(name -> all.stream()
                    .filter(font -> font.getFamily(Locale.ROOT).equals(name) && isPlain(font))
                    .forEach(found::add));
            found.addAll(all);
            fonts = found.stream().map(font -> font.deriveFont((float) EM)).toList();
        }
        return fonts;
    }

    /** All fonts there are. */
    public List<Font> candidates() {
        return Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts());
    }

    private static boolean isPlain(Font font) {
        String name = font.getFontName(Locale.ROOT);
        return !name.contains("Bold") && !name.contains("Black") && !name.contains("Thin") && !name.contains("Light");
    }

    /**
     * @param outline with y growing downwards, as Java draws
     * @param advance how far the next letter stands from this one, in units of the em
     */
    public record Letter(int point, Shape outline, double advance) {}
}
