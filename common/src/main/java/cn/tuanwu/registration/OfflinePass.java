package cn.tuanwu.registration;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * 线下通过: that somebody held the document in their hands, in their words, with pictures (product §4).
 *
 * @param by the name they had then
 * @param photos ids of the pictures, in the order they were added
 */
public record OfflinePass(String explanation, List<Long> photos, String by, Instant at) {

    @Override
    public String toString() {
        return "OfflinePass[…]";
    }

    /** @param actor kind:id of who passes it */
    public record Wish(String actor, String by, Proof proof) {}

    /** What makes it more than a tick. */
    public record Proof(String explanation, List<Long> photos) {
        static final int LONGEST = 300;
        public static final int MOST_PHOTOS = 6;

        /** As typed. Refused with EXPLANATION_MISSING, EXPLANATION_TOO_LONG, PHOTO_MISSING, PHOTO_UNKNOWN. */
        public static Outcome<Proof> of(String explanation, List<Long> photos) {
            String words = explanation == null
                    ? ""
                    : explanation.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
            if (words.isEmpty()) {
                return Outcome.refused(Refusal.at("explanation", "EXPLANATION_MISSING", "请说明线下核对的证件和经过。"));
            }
            if (words.codePointCount(0, words.length()) > LONGEST) {
                return Outcome.refused(
                        Refusal.at("explanation", "EXPLANATION_TOO_LONG", "说明请控制在 " + LONGEST + " 个字以内。"));
            }
            Set<Long> each = photos == null ? Set.of() : new TreeSet<>(photos);
            if (each.isEmpty()) {
                return Outcome.refused(Refusal.at("photos", "PHOTO_MISSING", "请至少上传一张证件或现场核对的照片。"));
            }
            return each.size() > MOST_PHOTOS
                    ? Outcome.refused(OfflineDesk.GONE)
                    : Outcome.done(new Proof(words, List.copyOf(each)));
        }

        @Override
        public String toString() {
            return "Proof[…]";
        }
    }
}
