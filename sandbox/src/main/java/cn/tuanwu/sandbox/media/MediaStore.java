package cn.tuanwu.sandbox.media;

import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.App;
import cn.tuanwu.sandbox.world.WorldState.Media;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Uploaded media. Temporary ones end after three days of the platform's time; pictures of articles stay. */
@Component
public class MediaStore {

    private static final Duration LIFE = Duration.ofDays(3);

    private final World world;
    private final MediaFiles files;
    private final Ids ids;
    private final Clock clock;

    MediaStore(World world, MediaFiles files, Ids ids, Clock clock) {
        this.world = world;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /** A picture a member of the corp took; kept for three days. */
    public Media keepPicture(String filename, byte[] content) {
        return keepForThreeDays(App.WECOM, "image", new Multipart(filename, content));
    }

    /** Whether the platform takes this for a picture a member sends. */
    public static boolean isPicture(byte[] content) {
        return MediaRules.fault(true, "image", content).isEmpty();
    }

    Media keepForThreeDays(App app, String type, Multipart file) {
        return keep(app, type, file, LIFE);
    }

    Media keepForGood(App app, Multipart file) {
        return keep(app, "picture", file, null);
    }

    /** Media of a corp are shared by its applications; nobody else's are. */
    public Optional<Media> find(App app, String id) {
        return world.read(state -> Optional.ofNullable(state.media.get(id)))
                .filter(media -> media.app() == app && !isOver(media));
    }

    Optional<Media> picture(String id) {
        return world.read(state -> Optional.ofNullable(state.media.get(id))).filter(media -> media.expiresAt() == null);
    }

    public Optional<byte[]> content(Media media) {
        return files.find(media.id());
    }

    private Media keep(App app, String type, Multipart file, Duration life) {
        String id = ids.letters(64);
        files.keep(id, file.content());
        Media media = new Media(
                id,
                app,
                type,
                file.filename(),
                file.content().length,
                clock.instant(),
                life == null ? null : clock.instant().plus(life));
        List<String> over = new ArrayList<>();
        world.alter(state -> {
            state.media.values().stream().filter(this::isOver).map(Media::id).forEach(over::add);
            over.forEach(state.media::remove);
            state.media.put(id, media);
        });
        over.forEach(files::remove);
        return media;
    }

    private boolean isOver(Media media) {
        return media.expiresAt() != null && !media.expiresAt().isAfter(clock.instant());
    }
}
