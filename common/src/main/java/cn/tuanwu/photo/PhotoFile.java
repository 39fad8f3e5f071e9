package cn.tuanwu.photo;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A file somebody says is a photograph: looked at by its first bytes and its header before anything is decoded. */
final class PhotoFile {
    static final int MOST_BYTES = 20 * 1024 * 1024;
    static final long MOST_PIXELS = 40_000_000;
    static final int LONGEST_SIDE = 12_000;
    /** A progressive picture is drawn over and over; phones need ten scans. */
    static final int MOST_SCANS = 100;
    /** More pixels than this a side show nothing more of a page. */
    private static final int USEFUL_SIDE = 3200;

    private static final Set<String> HEIC =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs", "mif1", "msf1", "avif");

    private final byte[] bytes;
    private final String format;

    private PhotoFile(byte[] bytes, String format) {
        this.bytes = bytes;
        this.format = format;
    }

    static Outcome<Planes> open(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Outcome.refused(tooLarge("照片超过 20 MB"));
        }
        if (isHeic(bytes)) {
            return Outcome.refused(
                    Refusal.of("PHOTO_HEIC", "这是 HEIC 格式的照片，暂时打不开。请在手机“设置 → 相机 → 格式”里选“兼容性最佳”后重拍，或发送时不要勾选“原图”。"));
        }
        if (begins(bytes, 0xff, 0xd8, 0xff)) {
            return new PhotoFile(bytes, "jpeg").read();
        }
        if (begins(bytes, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return new PhotoFile(bytes, "png").read();
        }
        return Outcome.refused(Refusal.of("PHOTO_NOT_A_PICTURE", "这不是照片，请发送手机拍的照片（JPG 或 PNG 格式）。"));
    }

    private Outcome<Planes> read() {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
                return Outcome.refused(tooLarge("照片尺寸太大（" + width + "×" + height + "）"));
            }
            JpegParts parts = JpegParts.of(bytes);
            if (format.equals("jpeg") && parts.scans() > MOST_SCANS) {
                return Outcome.refused(broken());
            }
            return decoded(reader, format.equals("jpeg") ? parts.orientation() : 1);
        } catch (IOException | RuntimeException e) {
            // The decoder throws whatever it likes at a broken file.
            return Outcome.refused(broken());
        } finally {
            reader.dispose();
        }
    }

    private static Outcome<Planes> decoded(ImageReader reader, int orientation) throws IOException {
        AtomicBoolean cut = new AtomicBoolean();
        // A file that ends too soon is a warning to the decoder: it would leave the rest grey.
        reader.addIIOReadWarningListener((from, warning) -> cut.compareAndSet(
                false, warning != null && warning.toLowerCase(Locale.ROOT).contains("premature end")));
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / USEFUL_SIDE);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        return cut.get() ? Outcome.refused(broken()) : Outcome.done(Planes.of(image, orientation));
    }

    private static Refusal tooLarge(String what) {
        return Refusal.of("PHOTO_TOO_LARGE", what + "，请用手机自带相机的普通模式拍，不要用专业模式或拼接的长图。");
    }

    private static Refusal broken() {
        return Refusal.of("PHOTO_BROKEN", "照片打不开，可能没有传完整，请重新发送或重拍这一页。");
    }

    private static boolean isHeic(byte[] file) {
        if (file.length < 12) {
            return false;
        }
        String kind = new String(file, 4, 8, StandardCharsets.ISO_8859_1);
        return kind.startsWith("ftyp") && HEIC.contains(kind.substring(4));
    }

    private static boolean begins(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
