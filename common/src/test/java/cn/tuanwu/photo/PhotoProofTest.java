package cn.tuanwu.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.photo.Shot.Desk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Photographs of forms by the hundred ({@code -Dproof=full}; else a few of each kind): what is accepted, how straight it is,
 * what is refused and why. Writes the table of docs/photographs.md to target/photographs.md.
 */
@Tag("forms")
class PhotoProofTest {
    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final double STRAIGHT = 1;
    private static final double CROPPED = 1.04;
    private static final List<String> table = new ArrayList<>();

    private final PhotoDesk desk = new PhotoDesk();

    /** Break: in Refinement.of, answer what was found; in Straightening.of, take the photograph's own corners. */
    @Test
    void fineOnesAreAcceptedAndStraight() throws IOException {
        List<Shot> shots = new ArrayList<>();
        for (Desk under : List.of(Desk.WOOD, Desk.DARK, Desk.PALE, Desk.CROWDED)) {
            for (double turn : FULL ? new double[] {-12, -7, -2, 0, 3, 8, 12} : new double[] {-6}) {
                for (double tilt : FULL ? new double[] {-0.12, 0, 0.05, 0.1} : new double[] {0.07}) {
                    int number = shots.size();
                    shots.add(base(1 + number % 4, number)
                            .on(under)
                            .turned(turn)
                            .tilted(tilt, 0.1 - tilt)
                            .shadowed(0.1 + number % 5 * 0.12)
                            .lit(0.45 + number % 6 * 0.1)
                            .blurred(0.02 + number % 4 * 0.02)
                            .filling(number % 3 == 0 ? 0.72 : 0.8));
                }
            }
        }
        Tally tally = judged("fine: four desks, turned up to 12°, tilted, shadows, light 0.45–0.95", shots);
        assertThat(tally.accepted).as("accepted").isEqualTo(shots.size());
        assertThat(tally.worst()).as("degrees").isLessThan(STRAIGHT);
    }

    /** White on whiter: it may not be seen where the paper ends. Break: in CutOff.is, don't mind guessing. */
    @Test
    void onADeskWhiterThanPaperAPageIsStraightOrRefused() throws IOException {
        List<Shot> shots = new ArrayList<>();
        for (double turn : FULL ? new double[] {-12, -9, -6, -4, -2, -1, 0, 1, 2, 4, 6, 9, 12} : new double[] {4}) {
            for (int page = 1; page <= (FULL ? 3 : 1); page++) {
                shots.add(
                        base(page, shots.size()).on(Desk.BRIGHTER).turned(turn).shadowed(0.1 + page * 0.1));
            }
        }
        Tally tally = judged("white desk, whiter than the paper", shots);
        assertThat(tally.worst()).as("degrees").isLessThan(STRAIGHT);
        assertThat(tally.accepted + tally.refused("PHOTO_CUT_OFF")).isEqualTo(shots.size());
    }

    /** Break: in PhotoDesk.page, take any sharpness; in Sharpness.width, take the contrast as it is (then shaken ones pass). */
    @Test
    void blurredAndShakenOnesAreRefused() throws IOException {
        List<Shot> shots = new ArrayList<>();
        for (double blur : FULL ? new double[] {0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1} : new double[] {0.22, 0.6}) {
            for (int page = 1; page <= (FULL ? 4 : 1); page++) {
                shots.add(base(page, shots.size()).blurred(blur));
            }
        }
        Tally blurred = judged("out of focus: 0.2 % of the page's width and more", shots);
        assertThat(blurred.refused("PHOTO_BLURRED")).isEqualTo(shots.size());
        List<Shot> shaken = new ArrayList<>();
        for (double way : FULL ? new double[] {0.8, 1, 1.4, 2} : new double[] {0.9}) {
            for (int page = 1; page <= (FULL ? 4 : 1); page++) {
                shaken.add(base(page, shaken.size()).shaken(way));
            }
        }
        Tally tally = judged("camera moved by 0.8 % of the page's width and more", shaken);
        assertThat(tally.refused("PHOTO_BLURRED")).isEqualTo(shaken.size());
    }

    /** Break: in PhotoDesk.page, take any brightness. */
    @Test
    void darkOnesAreRefused() throws IOException {
        List<Shot> shots = new ArrayList<>();
        for (double light : FULL ? new double[] {0.2, 0.17, 0.14, 0.11, 0.08} : new double[] {0.2, 0.1}) {
            for (Desk under : FULL ? List.of(Desk.WOOD, Desk.DARK, Desk.PALE, Desk.CROWDED) : List.of(Desk.WOOD)) {
                shots.add(base(1 + shots.size() % 4, shots.size())
                        .lit(light)
                        .on(under)
                        .noisy(5));
            }
        }
        Tally tally = judged("light 0.2 and less", shots);
        assertThat(tally.refused("PHOTO_DARK")).isEqualTo(shots.size());
    }

    /** Break: in CutOff.is, leave out any of the four reasons. */
    @Test
    void pagesThatRunOutOfThePictureAreRefused() throws IOException {
        List<Shot> shots = new ArrayList<>();
        double[][] ways = {{0.25, 0}, {-0.25, 0}, {0, 0.22}, {0, -0.22}, {0.2, 0.2}, {-0.18, 0.2}};
        for (double[] way : FULL ? ways : Arrays.copyOf(ways, 2)) {
            for (Desk under : FULL ? List.of(Desk.WOOD, Desk.DARK, Desk.PALE, Desk.CROWDED) : List.of(Desk.WOOD)) {
                shots.add(base(1 + shots.size() % 4, shots.size()).on(under).shifted(way[0], way[1]));
            }
        }
        shots.add(base(2, 1).filling(0.85).turned(25));
        shots.add(base(3, 2).filling(1.5));
        Tally tally = judged("a side, a corner or all sides out of the picture", shots);
        assertThat(tally.refused("PHOTO_CUT_OFF")).isEqualTo(shots.size());
    }

    /** What a scanner's program cropped to the paper: no desk at all, a blank margin all around. */
    @Test
    void pagesCroppedToTheirEdgesAreAccepted() throws IOException {
        List<Shot> shots = new ArrayList<>();
        for (int page = 1; page <= (FULL ? 4 : 1); page++) {
            shots.add(base(page, page).turned(0).tilted(0, 0).filling(CROPPED).shadowed(0.05));
        }
        Tally tally = new Tally();
        for (Shot shot : shots) {
            // The page is higher than the picture by a little: its upper and lower rim are gone, and nothing else.
            BufferedImage whole = Camera.take(shot);
            int wide = Math.min(whole.getWidth(), (int) (whole.getHeight() * CROPPED / Math.sqrt(2)) - 4);
            tally.add(jpeg(whole.getSubimage((whole.getWidth() - wide) / 2, 0, wide, whole.getHeight())));
        }
        tally.write("cropped to the paper, no desk");
        assertThat(tally.accepted).isEqualTo(shots.size());
    }

    @AfterAll
    static void keepTheTable() throws IOException {
        table.add(
                0,
                "| photographs | how many | accepted | skew: median, worst | blurred | dark | cut off | median time |");
        table.add(1, "|---|---|---|---|---|---|---|---|");
        table.forEach(System.out::println);
        Files.write(Path.of("target", "photographs.md"), table);
    }

    private static Shot base(int page, int seed) {
        return Shot.of(page)
                .wide(FULL && seed % 4 == 3 ? 3000 : 1300)
                .filling(0.8)
                .seeded(seed);
    }

    private Tally judged(String kind, List<Shot> shots) throws IOException {
        Tally tally = new Tally();
        for (Shot shot : shots) {
            tally.add(jpeg(Camera.take(shot)));
            if (tally.lastSkew > STRAIGHT) {
                System.out.println("crooked by " + tally.lastSkew + ": " + shot);
            }
        }
        tally.write(kind);
        return tally;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private final class Tally {
        private final List<Double> skews = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<Long> millis = new ArrayList<>();
        private int accepted;
        private double lastSkew;

        void add(byte[] file) throws IOException {
            long before = System.nanoTime();
            Outcome<PhotoDesk.Page> outcome = desk.read(file);
            millis.add((System.nanoTime() - before) / 1_000_000);
            lastSkew = 0;
            if (outcome instanceof Outcome.Done<PhotoDesk.Page> done) {
                accepted++;
                lastSkew = Skew.of(
                        ImageIO.read(new ByteArrayInputStream(done.value().jpeg())));
                skews.add(lastSkew);
            } else {
                codes.add(((Outcome.Refused<PhotoDesk.Page>) outcome).first().code());
            }
        }

        long refused(String code) {
            return codes.stream().filter(code::equals).count();
        }

        double worst() {
            return skews.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        void write(String kind) {
            List<Double> sorted = skews.stream().sorted().toList();
            String straight = sorted.isEmpty()
                    ? "–"
                    : String.format(Locale.ROOT, "%.2f°, %.2f°", sorted.get(sorted.size() / 2), worst());
            long time = millis.stream().sorted().toList().get(millis.size() / 2);
            table.add("| %s | %d | %d | %s | %d | %d | %d | %d ms |"
                    .formatted(
                            kind,
                            millis.size(),
                            accepted,
                            straight,
                            refused("PHOTO_BLURRED"),
                            refused("PHOTO_DARK"),
                            refused("PHOTO_CUT_OFF"),
                            time));
        }
    }
}
