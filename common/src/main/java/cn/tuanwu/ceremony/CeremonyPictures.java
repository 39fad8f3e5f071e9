package cn.tuanwu.ceremony;

import cn.tuanwu.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The pictures of one record, in their order. Joins the transaction of the record. */
@Component
class CeremonyPictures {
    private static final Refusal GONE = Refusal.at("photos", "PHOTO_UNKNOWN", "有照片已失效，请重新添加。");

    private final CeremonyPhotoRows rows;
    private final Clock clock;

    CeremonyPictures(CeremonyPhotoRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What is not among these is taken out. Refused with PHOTO_UNKNOWN. */
    Optional<Refusal> arrange(long ceremony, String actor, List<Long> wanted) {
        List<Long> there = rows.of(ceremony);
        for (long photo : there) {
            if (!wanted.contains(photo)) {
                rows.detach(photo, ceremony, Instant.EPOCH);
            }
        }
        Instant oldest = clock.instant().minus(PictureDesk.LOOSE_FOR);
        for (int place = 0; place < wanted.size(); place++) {
            long photo = wanted.get(place);
            if (there.contains(photo)) {
                rows.move(photo, ceremony, place);
            } else if (rows.attach(photo, actor, ceremony, place, oldest) == 0) {
                return Optional.of(GONE);
            }
        }
        return Optional.empty();
    }
}
