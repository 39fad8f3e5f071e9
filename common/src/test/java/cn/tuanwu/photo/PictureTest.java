package cn.tuanwu.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.support.Photos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a picture before it is kept. */
@Tag("registration")
class PictureTest {
    private final PhotoDesk photos = new PhotoDesk();

    /** Break: answer the file as it came. */
    @Test
    void whatAPhoneWritesBesideThePictureIsGone() throws IOException {
        byte[] taken = Photos.taken(60, 40, 1);
        assertThat(text(taken)).contains("Exif", Photos.PLACE);
        byte[] redrawn = photos.redrawn(taken).orElseThrow();
        assertThat(text(redrawn)).doesNotContain("Exif", Photos.PLACE);
        assertThat(size(redrawn)).isEqualTo("60x40");
    }

    /** Break: in PhotoFile.read, take an upright one for granted. */
    @Test
    void aPictureTakenWithThePhoneOnItsSideStandsUpright() throws IOException {
        assertThat(size(photos.redrawn(Photos.taken(60, 40, 6)).orElseThrow())).isEqualTo("40x60");
        BufferedImage turned = image(photos.redrawn(Photos.taken(60, 40, 6)).orElseThrow());
        assertThat(isRed(turned, 20, 5)).as("the left edge comes to the top").isTrue();
        BufferedImage other = image(photos.redrawn(Photos.taken(60, 40, 8)).orElseThrow());
        assertThat(isRed(other, 20, 55)).as("the left edge comes to the bottom").isTrue();
        BufferedImage around = image(photos.redrawn(Photos.taken(60, 40, 3)).orElseThrow());
        assertThat(isRed(around, 55, 20)).as("the left edge comes to the right").isTrue();
    }

    @Test
    void aLargeOneIsMadeSmaller() throws IOException {
        assertThat(size(photos.redrawn(Photos.jpeg(5000, 1000)).orElseThrow())).isEqualTo("2000x400");
    }

    @Test
    void aPngBecomesAJpeg() {
        assertThat(photos.redrawn(Photos.png(30, 20)).orElseThrow()).startsWith(0xff, 0xd8);
    }

    /** Break: in PhotoFile, leave out the number of pixels, or a kind. */
    @Test
    void whatIsNoPictureOrBrokenOrImmenseIsRefused() {
        byte[] whole = Photos.jpeg(60, 40);
        assertThat(photos.redrawn(new byte[0])).isEmpty();
        assertThat(photos.redrawn("GIF89a-and-so-on".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(photos.redrawn("<svg onload='x()'/>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(photos.redrawn(Arrays.copyOf(whole, 20))).isEmpty();
        assertThat(photos.redrawn(Photos.immense())).isEmpty();
    }

    private static String size(byte[] picture) throws IOException {
        BufferedImage image = image(picture);
        return image.getWidth() + "x" + image.getHeight();
    }

    private static BufferedImage image(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        int pixel = image.getRGB(x, y);
        return (pixel >> 16 & 0xff) > 180 && (pixel >> 8 & 0xff) < 90;
    }

    private static String text(byte[] picture) {
        return new String(picture, StandardCharsets.ISO_8859_1);
    }
}
