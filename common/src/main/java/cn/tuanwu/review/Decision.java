package cn.tuanwu.review;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.registration.OfflinePass;
import java.util.Optional;

/** What a reviewer decides: 同意, 退回 with a reason, or at the console 线下通过. */
public sealed interface Decision {

    /** A past participle, for the audit. */
    String deed();

    record Approve() implements Decision {
        @Override
        public String deed() {
            return "review.approved";
        }
    }

    /** Approves a transfer and says which branch takes the member, where the committee itself was the target. */
    record Assign(long branchId) implements Decision {
        @Override
        public String deed() {
            return "review.approved";
        }
    }

    /** People checked the document that no provider could: approves in the same act. */
    record PassOffline(OfflinePass.Proof proof) implements Decision {
        @Override
        public String deed() {
            return "review.passed-offline";
        }
    }

    /** @param note the reviewer's own words, or empty; only a page has room for them */
    record SendBack(ReturnReason reason, String note) implements Decision {
        static final int LONGEST_NOTE = 100;

        public SendBack(ReturnReason reason) {
            this(reason, "");
        }

        @Override
        public String deed() {
            return "review.returned";
        }

        /** As typed on a page. Refused with REASON_MISSING, NOTE_MISSING (when no common reason fits), NOTE_TOO_LONG. */
        public static Outcome<SendBack> of(String reason, String note) {
            Optional<ReturnReason> chosen = ReturnReason.of(reason);
            if (chosen.isEmpty()) {
                return Outcome.refused(Refusal.at("reason", "REASON_MISSING", "请选择退回原因。"));
            }
            String words = note == null
                    ? ""
                    : note.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
            if (words.isEmpty() && chosen.get() == ReturnReason.OTHER) {
                return Outcome.refused(Refusal.at("note", "NOTE_MISSING", "请写明退回原因，团员会看到。"));
            }
            return words.codePointCount(0, words.length()) > LONGEST_NOTE
                    ? Outcome.refused(Refusal.at("note", "NOTE_TOO_LONG", "说明请控制在 " + LONGEST_NOTE + " 个字以内。"))
                    : Outcome.done(new SendBack(chosen.get(), words));
        }

        /** What the member and the other reviewers read. */
        public String text() {
            if (note.isEmpty()) {
                return reason.text();
            }
            return reason == ReturnReason.OTHER ? note : reason.text() + "：" + note;
        }
    }
}
