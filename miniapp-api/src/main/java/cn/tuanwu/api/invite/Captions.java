package cn.tuanwu.api.invite;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds a font of this machine for a caption. */
@Component
class Captions {
    private static final Logger log = LoggerFactory.getLogger(Captions.class);
    private static final int SIZE = 30;
    private static final FontRenderContext DOTS = new FontRenderContext(null, false, false);

    static {
        ImageIO.setUseCache(false);
    }

    /** A font with every character of the caption, small enough for the width; empty when the machine has none. */
    Optional<Font> fontFor(String caption, int width) {
        try {
            return candidates()
                    .filter(font -> font.canDisplayUpTo(caption) == -1)
                    .findFirst()
                    .map(font -> fitted(font, caption, width));
        } catch (RuntimeException | LinkageError | InternalError e) {
            // A bare server image may lack even the libraries that look for fonts.
            log.warn("QR codes are drawn without the branch's name: this machine can't draw text ({})", e.toString());
            return Optional.empty();
        }
    }

    private static Stream<Font> candidates() {
        return Stream.concat(
                Stream.of(new Font(Font.SANS_SERIF, Font.PLAIN, SIZE)),
                Stream.of(0).flatMap(once -> all()));
    }

    private static Stream<Font> all() {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .map(font -> font.deriveFont((float) SIZE));
    }

    private static Font fitted(Font font, String caption, int width) {
        double wide = font.getStringBounds(caption, DOTS).getWidth();
        double room = width * 0.92;
        return wide <= room ? font : font.deriveFont((float) (SIZE * room / wide));
    }
}
