package cn.tuanwu.photo;

import boofcv.concurrency.BoofConcurrency;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Makes a page of a photograph of paper, or says what is wrong with it while the paper is still in hand. */
@Component
public class PhotoDesk {
    private static final String BLURRED = "照片模糊，看不清字迹，请把手机拿稳、对准纸面后重拍这一页。";
    private static final String NOTHING = "照片上看不到字迹，请确认拍的是写了字的一面，对准纸面后重拍。";
    private static final double DARK = 0.2;
    /** A photograph needs up to 150 MB while it is worked on. */
    private static final int AT_ONCE = 2;

    private final Semaphore room = new Semaphore(AT_ONCE, true);

    public PhotoDesk() {
        // One photograph is one thread's work; the others have other things to do.
        BoofConcurrency.USE_CONCURRENT = false;
    }

    /**
     * The paper in the photograph: upright, straight, evenly lit, drawn anew, so that nothing of the file is left but what
     * can be seen. Refused are PHOTO_NOT_A_PICTURE, PHOTO_HEIC, PHOTO_TOO_LARGE, PHOTO_BROKEN, PHOTO_BLURRED, PHOTO_DARK and
     * PHOTO_CUT_OFF, each with a sentence that says what to do.
     */
    public Outcome<Page> read(byte[] file) {
        room.acquireUninterruptibly();
        try {
            Outcome<Planes> photo = PhotoFile.open(file);
            return photo instanceof Outcome.Done<Planes> done
                    ? page(done.value())
                    : Outcome.refused(((Outcome.Refused<Planes>) photo).refusals());
        } finally {
            room.release();
        }
    }

    private static Outcome<Page> page(Planes photo) {
        Grounds grounds = Grounds.of(photo);
        PageSearch.Found found = new Refinement(grounds).of(PageSearch.in(grounds));
        double scale = Math.max(photo.width(), photo.height()) / (double) Math.max(grounds.width(), grounds.height());
        Planes page = Straightening.of(photo, found.quad().times(scale));
        Light light = Light.on(page);
        if (light.brightness() < DARK) {
            return Outcome.refused(Refusal.of("PHOTO_DARK", "照片太暗，请开灯或到窗边，不要让影子挡住纸面，再拍这一页。"));
        }
        if (CutOff.is(grounds, found)) {
            return Outcome.refused(Refusal.of("PHOTO_CUT_OFF", "没有拍全这一页：请把纸平放在颜色深一些的桌面上，让四条边都在画面里，再拍一次。"));
        }
        Planes evened = light.evened();
        double sharpness = Sharpness.of(evened.grey());
        if (sharpness < 1) {
            return Outcome.refused(Refusal.of("PHOTO_BLURRED", sharpness == 0 ? NOTHING : BLURRED));
        }
        byte[] jpeg = Jpegs.page(evened.image());
        return Outcome.done(new Page(jpeg, evened.width(), evened.height(), sharpness, light.brightness()));
    }

    /**
     * What can be seen in a photograph of anything, and nothing else of its file: upright, a JPEG of moderate size. Empty for
     * what {@link #read} would not open either.
     */
    public Optional<byte[]> redrawn(byte[] file) {
        room.acquireUninterruptibly();
        try {
            return PhotoFile.open(file) instanceof Outcome.Done<Planes> photo
                    ? Optional.of(Jpegs.moderate(photo.value().image()))
                    : Optional.empty();
        } finally {
            room.release();
        }
    }

    /**
     * A small JPEG of a page's JPEG.
     *
     * @param quarters turns to the right
     */
    public byte[] thumbnail(byte[] jpeg, int quarters) {
        try {
            return Jpegs.small(ImageIO.read(new ByteArrayInputStream(jpeg)), quarters);
        } catch (IOException e) {
            throw new UncheckedIOException("A page's own picture does not open", e);
        }
    }

    /** The same JPEG, its picture bit for bit, without place, time, device and whatever else stands beside it. */
    public static byte[] bare(byte[] jpeg) {
        return JpegParts.of(jpeg).bare();
    }

    /** The same picture in fewer bytes, smaller if it has to be. */
    public static byte[] lighter(byte[] jpeg, int mostBytes) {
        try {
            return Jpegs.within(ImageIO.read(new ByteArrayInputStream(jpeg)), mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A page's own picture does not open", e);
        }
    }

    /**
     * A page as it will be kept.
     *
     * @param jpeg at most 2300 pixels a side, about a megabyte at most
     * @param sharpness 1 is the least that is accepted
     * @param brightness of the paper where it is darkest, 0 to 1, before it was evened
     */
    public record Page(byte[] jpeg, int width, int height, double sharpness, double brightness) {}
}
