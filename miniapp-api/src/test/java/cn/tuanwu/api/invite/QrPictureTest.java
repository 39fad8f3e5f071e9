package cn.tuanwu.api.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("story")
public class QrPictureTest {
    private static final String URL = "http://weixin.qq.com/q/02Nanling-University_2301";
    private static final String BRANCH = "南岭大学数学学院2301团支部";

    private final QrPicture pictures = new QrPicture(null, new Captions());

    @Test
    void thePictureSaysTheAddress() throws Exception {
        assertThat(decoded(image(pictures.png(CodeImage.drawn(URL, 640), BRANCH))))
                .isEqualTo(URL);
    }

    @Test
    void aRareCharacterComesBack() throws Exception {
        assertThat(decoded(image(pictures.png(CodeImage.drawn("https://tuan.example.org/𬱖", 640), BRANCH))))
                .isEqualTo("https://tuan.example.org/𬱖");
    }

    @Test
    void aFifthOfItMayBeCovered() throws Exception {
        BufferedImage image = image(pictures.png(CodeImage.drawn(URL, 640), BRANCH));
        int side = image.getWidth() / 4;
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                image.setRGB((image.getWidth() - side) / 2 + x, (image.getWidth() - side) / 2 + y, 0xFFFFFFFF);
            }
        }
        assertThat(decoded(image)).isEqualTo(URL);
    }

    @Test
    void anIndependentReaderReadsIt(@TempDir Path folder) throws Exception {
        assumeTrue(isOnPath("zbarimg"), "zbarimg is not installed");
        Path file = Files.write(folder.resolve("qr.png"), pictures.png(CodeImage.drawn(URL, 640), BRANCH));
        Process reader = new ProcessBuilder("zbarimg", "--quiet", "--raw", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(URL);
    }

    @Test
    void withoutAFontThereIsNoCaption() throws Exception {
        QrPicture bare = new QrPicture(null, new Captions() {
            @Override
            Optional<Font> fontFor(String caption, int width) {
                return Optional.empty();
            }
        });
        BufferedImage image = image(bare.png(CodeImage.drawn(URL, 640), BRANCH));
        assertThat(image.getHeight()).isEqualTo(image.getWidth());
        assertThat(decoded(image)).isEqualTo(URL);
    }

    @Test
    void aCaptionNoFontCanDrawIsLeftOut() {
        assertThat(new Captions().fontFor("\uE123", 640)).isEmpty();
    }

    @Test
    void aLongNameStaysInsideThePicture() throws Exception {
        String longest = "共青团南岭省南岭大学数学与应用统计学院二〇二三级硕士研究生第一团支部委员会";
        assumeTrue(new Captions().fontFor(longest, 640).isPresent(), "no Chinese font is installed");
        BufferedImage image = image(pictures.png(CodeImage.drawn(URL, 640), longest));
        for (int y = image.getWidth(); y < image.getHeight(); y++) {
            assertThat(image.getRGB(4, y)).isEqualTo(0xFFFFFFFF);
            assertThat(image.getRGB(image.getWidth() - 5, y)).isEqualTo(0xFFFFFFFF);
        }
    }

    @Test
    void thePictureIsOneBitADotWithWhiteAround() throws Exception {
        BufferedImage image = image(pictures.png(CodeImage.drawn(URL, 640), BRANCH));
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
        int quiet = image.getWidth() / 16;
        for (int i = 0; i < image.getWidth(); i++) {
            assertThat(image.getRGB(i, quiet / 2)).isEqualTo(0xFFFFFFFF);
            assertThat(image.getRGB(quiet / 2, Math.min(i, image.getWidth() - 1)))
                    .isEqualTo(0xFFFFFFFF);
        }
    }

    /** Tries some sizes, as a telephone does that comes nearer: one alone may mislead this reader about the corners. */
    public static String decoded(BufferedImage image) {
        for (double size : new double[] {1, 0.75, 0.5}) {
            try {
                BinaryBitmap bits =
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(scaled(image, size))));
                return new QRCodeReader()
                        .decode(bits, Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText();
            } catch (ReaderException e) {
                // The next size.
            }
        }
        return "no code found";
    }

    private static BufferedImage scaled(BufferedImage image, double size) {
        int width = (int) (image.getWidth() * size);
        int height = (int) (image.getHeight() * size);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
