package cn.tuanwu.sandbox.actor;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Photographs of a form for whoever has no paper at hand. */
@Component
class SamplePaper {

    /** @param good whether it should be taken as it is */
    record Sample(String name, String title, boolean good) {}

    private static final List<Sample> ALL = List.of(
            new Sample("page-1", "第 1 页", true),
            new Sample("page-2", "第 2 页", true),
            new Sample("page-3", "第 3 页", true),
            new Sample("page-4", "第 4 页", true),
            new Sample("blurred", "模糊的一页", false),
            new Sample("dark", "太暗的一页", false));

    /** No two sheets of paper are alike: the same photograph for two members would be refused. */
    private static byte[] numbered(InputStream file) throws IOException {
        BufferedImage photo = ImageIO.read(file);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(pen.getFont().deriveFont(photo.getWidth() / 60f));
        String number = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 10_000_000_000L));
        pen.drawString(number, photo.getWidth() * 0.44f, photo.getHeight() * 0.88f);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpeg", bytes);
        return bytes.toByteArray();
    }

    List<Sample> all() {
        return ALL.stream().filter(sample -> find(sample.name()).isPresent()).toList();
    }

    Optional<byte[]> find(String name) {
        if (ALL.stream().noneMatch(sample -> sample.name().equals(name))) {
            return Optional.empty();
        }
        try (InputStream file = SamplePaper.class.getResourceAsStream("/paper/" + name + ".jpg")) {
            if (file == null) {
                return Optional.empty();
            }
            return Optional.of(name.startsWith("page-") ? numbered(file) : file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
