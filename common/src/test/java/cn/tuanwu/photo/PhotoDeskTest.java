package cn.tuanwu.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.support.Photos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes in as a photograph, and what is kept of it. */
@Tag("forms")
class PhotoDeskTest {
    private final PhotoDesk desk = new PhotoDesk();

    /** Break: in Jpegs.written, write the file as it came. */
    @Test
    void nothingIsKeptButWhatCanBeSeen() throws IOException {
        byte[] taken = Exif.with(jpeg(Camera.take(Shot.of(4).wide(1300))), 1);
        assertThat(text(taken)).contains("Exif", Exif.PHONE, Exif.XMP);
        PhotoDesk.Page page = ((Outcome.Done<PhotoDesk.Page>) desk.read(taken)).value();
        assertThat(text(page.jpeg())).doesNotContain("Exif", Exif.PHONE, "xmp", "Nanling");
        assertThat(page.jpeg().length).isLessThan(1_000_000);
        BufferedImage seen = image(page.jpeg());
        assertThat(List.of(seen.getWidth(), seen.getHeight())).isEqualTo(List.of(page.width(), page.height()));
        assertThat(page.height() / (double) page.width()).isBetween(1.40, 1.43);
        assertThat(reds(seen)).as("the stamp's red").isGreaterThan(500);
        assertThat(white(seen)).as("share of white paper").isGreaterThan(0.8);
    }

    /** Break: swap any two of the orientations in Planes.put. */
    @Test
    void howeverThePhoneWasHeldThePictureStandsUpright() throws IOException {
        BufferedImage marked = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = marked.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 30, 20);
        pen.dispose();
        List<String> corners = List.of(
                "left upper",
                "right upper",
                "right lower",
                "left lower",
                "left upper",
                "right upper",
                "right lower",
                "left lower");
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] file = Exif.with(jpeg(marked), orientation);
            Planes planes = ((Outcome.Done<Planes>) PhotoFile.open(file)).value();
            assertThat(planes.width()).isEqualTo(orientation < 5 ? 60 : 40);
            assertThat(brightCorner(planes.image()))
                    .as("orientation " + orientation)
                    .isEqualTo(corners.get(orientation - 1));
        }
    }

    /** Break: in PhotoFile, leave out any of the limits, the kinds, or the listener to warnings. */
    @Test
    void whatIsNoPhotographIsRefusedByItsFirstBytes() throws IOException {
        byte[] whole = jpeg(Camera.take(Shot.of(1).wide(900)));
        assertThat(code(new byte[0])).isEqualTo("PHOTO_NOT_A_PICTURE");
        assertThat(code("GIF89a and so on".getBytes(StandardCharsets.US_ASCII))).isEqualTo("PHOTO_NOT_A_PICTURE");
        assertThat(code("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo("PHOTO_NOT_A_PICTURE");
        assertThat(code("\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("PHOTO_HEIC");
        assertThat(code(Arrays.copyOf(whole, 21 << 20))).isEqualTo("PHOTO_TOO_LARGE");
        assertThat(code(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("PHOTO_BROKEN");
        assertThat(code(Arrays.copyOf(whole, 30))).isEqualTo("PHOTO_BROKEN");
    }

    /** Both are small files; to decode them would need gigabytes. Break: in PhotoFile.read, decode before measuring. */
    @Test
    void anImmensePictureIsRefusedByItsHeader() {
        assertThat(code(Photos.immense())).isEqualTo("PHOTO_TOO_LARGE");
        byte[] claims = Photos.jpeg(60, 40);
        for (int i = 2; i < claims.length - 9; i++) {
            if ((claims[i] & 0xff) == 0xff && (claims[i + 1] & 0xff) == 0xc0) {
                Arrays.fill(claims, i + 5, i + 9, (byte) 0xee);
            }
        }
        long before = System.nanoTime();
        assertThat(code(claims)).isEqualTo("PHOTO_TOO_LARGE");
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
        assertThat(code(Photos.png(12_100, 10))).as("one side").isEqualTo("PHOTO_TOO_LARGE");
    }

    /** A picture that is drawn over and over keeps a processor busy for minutes. Break: in PhotoFile.read, allow any scans. */
    @Test
    void aPictureOfAThousandScansIsRefused() throws IOException {
        byte[] whole = Photos.jpeg(60, 40);
        int scan = 2;
        while ((whole[scan] & 0xff) != 0xff || (whole[scan + 1] & 0xff) != 0xda) {
            scan++;
        }
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        again.write(whole, 0, whole.length - 2);
        for (int i = 0; i < 1000; i++) {
            again.write(whole, scan, whole.length - 2 - scan);
        }
        assertThat(code(again.toByteArray())).isEqualTo("PHOTO_BROKEN");
    }

    @Test
    void anEmptyPageIsRefusedWithASentenceOfItsOwn() throws IOException {
        Refusal refusal = refusal(jpeg(Camera.take(Shot.of(0).wide(1300))));
        assertThat(refusal.code()).isEqualTo("PHOTO_BLURRED");
        assertThat(refusal.text()).contains("看不到字迹");
    }

    @Test
    void aPngIsAPhotographToo() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(Camera.take(Shot.of(2).wide(1100)), "png", png);
        assertThat(desk.read(png.toByteArray())).isInstanceOf(Outcome.Done.class);
    }

    /** Break: in Jpegs.small, turn the other way. */
    @Test
    void aThumbnailIsSmallAndTurnedToTheRight() throws IOException {
        BufferedImage lying = image(desk.thumbnail(Photos.jpeg(1600, 2300), 1));
        assertThat(List.of(lying.getWidth(), lying.getHeight())).isEqualTo(List.of(480, 334));
        assertThat(lying.getRGB(240, 10) >> 8 & 0xff)
                .as("the red left edge is on top")
                .isLessThan(90);
    }

    /** Break: in JpegParts.isBeside, keep APP1; or drop every APP. */
    @Test
    void aBareJpegIsTheSamePictureAndNothingElse() throws IOException {
        byte[] plain = Photos.jpeg(60, 40);
        byte[] bare = PhotoDesk.bare(Exif.with(plain, 6));
        assertThat(bare).isEqualTo(plain);
    }

    private String code(byte[] file) {
        return refusal(file).code();
    }

    private Refusal refusal(byte[] file) {
        Refusal refusal = ((Outcome.Refused<PhotoDesk.Page>) desk.read(file)).first();
        assertThat(refusal.text()).as("tells what to do").contains("请");
        return refusal;
    }

    private static String brightCorner(BufferedImage image) {
        int wide = image.getWidth() - 4;
        int high = image.getHeight() - 4;
        int[][] places = {{3, 3}, {wide, 3}, {wide, high}, {3, high}};
        List<String> names = List.of("left upper", "right upper", "right lower", "left lower");
        for (int i = 0; i < 4; i++) {
            if ((image.getRGB(places[i][0], places[i][1]) & 0xff) > 180) {
                return names.get(i);
            }
        }
        return "none";
    }

    private static long reds(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(color -> (color >> 16 & 0xff) > 150 && (color >> 8 & 0xff) < 110 && (color & 0xff) < 120)
                .count();
    }

    private static double white(BufferedImage image) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(all).filter(color -> (color >> 8 & 0xff) > 235).count() / (double) all.length;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage image(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
