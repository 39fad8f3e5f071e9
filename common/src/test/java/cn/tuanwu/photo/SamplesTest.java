package cn.tuanwu.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Outcome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The photographs the sandbox brings along. {@code -Dsamples=write} takes them anew. */
@Tag("forms")
class SamplesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("tuanwu.home", ".."), "sandbox/src/main/resources/paper");

    private final PhotoDesk desk = new PhotoDesk();

    @Test
    void theClearPagesAreAcceptedAndTheOthersRefusedForWhatTheyAre() throws IOException {
        if ("write".equals(System.getProperty("samples"))) {
            write();
        }
        for (int page = 1; page <= 4; page++) {
            byte[] file = Files.readAllBytes(FOLDER.resolve("page-" + page + ".jpg"));
            assertThat(file.length).isLessThan(250_000);
            Outcome<PhotoDesk.Page> outcome = desk.read(file);
            assertThat(outcome).as("page " + page).isInstanceOf(Outcome.Done.class);
            byte[] jpeg = ((Outcome.Done<PhotoDesk.Page>) outcome).value().jpeg();
            assertThat(Skew.of(ImageIO.read(new ByteArrayInputStream(jpeg)))).isLessThan(1);
        }
        assertThat(code("blurred.jpg")).isEqualTo("PHOTO_BLURRED");
        assertThat(code("dark.jpg")).isEqualTo("PHOTO_DARK");
    }

    private String code(String name) throws IOException {
        Outcome<PhotoDesk.Page> outcome = desk.read(Files.readAllBytes(FOLDER.resolve(name)));
        return outcome instanceof Outcome.Refused<PhotoDesk.Page> refused
                ? refused.first().code()
                : "accepted";
    }

    private static void write() throws IOException {
        Map<String, Shot> shots = new TreeMap<>();
        List<Shot.Desk> under = List.of(Shot.Desk.WOOD, Shot.Desk.DARK, Shot.Desk.PALE, Shot.Desk.CROWDED);
        for (int page = 1; page <= 4; page++) {
            Shot shot =
                    Shot.of(page).on(under.get(page - 1)).turned(page * 2 - 5).shadowed(0.15 + page * 0.08);
            shots.put("page-" + page + ".jpg", shot.wide(1150).noisy(1.5).seeded(page));
        }
        shots.put("blurred.jpg", shots.get("page-2.jpg").blurred(0.45));
        shots.put("dark.jpg", shots.get("page-3.jpg").lit(0.14));
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, Shot> shot : shots.entrySet()) {
            Files.write(FOLDER.resolve(shot.getKey()), jpeg(Camera.take(shot.getValue())));
        }
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.72f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
