package cn.tuanwu.transfer;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.transfer.Transfer.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody wishes for.
 *
 * @param words needed with the reason OTHER
 * @param unit where the member will study or work; may be left out
 * @param targetId null: out of the province
 * @param place needed out of the province
 */
public record Wish(Transfer.Kind kind, Transfer.Reason reason, String words, String unit, Long targetId, Place place) {
    static final int LONGEST_WORDS = 100;
    static final int LONGEST_UNIT = 60;
    static final int LONGEST_PLACE = 60;

    public Wish {
        words = strip(words);
        unit = strip(unit);
        place = kind != Transfer.Kind.OUTSIDE || place == null
                ? null
                : new Place(strip(place.province()), strip(place.city()), strip(place.county()), strip(place.name()));
        targetId = kind == Transfer.Kind.OUTSIDE ? null : targetId;
    }

    /** What a transfer was started for. */
    static Wish of(Transfer transfer) {
        return new Wish(
                transfer.kind(),
                transfer.reason(),
                transfer.words(),
                transfer.unit(),
                transfer.target() == null ? null : transfer.target().id(),
                transfer.place());
    }

    boolean isOutside() {
        return kind == Transfer.Kind.OUTSIDE;
    }

    /** Of form alone, beside their fields. */
    public List<Refusal> faults() {
        List<Refusal> faults = new ArrayList<>();
        if (kind == null) {
            faults.add(Refusal.at("kind", "REQUIRED", "请选择转接类型。"));
        }
        if (reason == null) {
            faults.add(Refusal.at("reason", "REQUIRED", "请选择转接原因。"));
        }
        if (reason == Transfer.Reason.OTHER && words == null) {
            faults.add(Refusal.at("words", "REQUIRED", "请写明转接原因。"));
        }
        longest(faults, "words", words, LONGEST_WORDS);
        longest(faults, "unit", unit, LONGEST_UNIT);
        if (isOutside()) {
            placeFaults(faults);
        } else if (targetId == null) {
            faults.add(Refusal.at("targetId", "REQUIRED", "请选择转入的团组织。"));
        }
        return faults;
    }

    private void placeFaults(List<Refusal> faults) {
        if (place == null || place.province() == null) {
            faults.add(Refusal.at("place.province", "REQUIRED", "请填写转往的省份。"));
        }
        if (place == null || place.name() == null) {
            faults.add(Refusal.at("place.name", "REQUIRED", "请填写转往的团组织全称。"));
        }
        if (place != null) {
            longest(faults, "place.province", place.province(), LONGEST_PLACE);
            longest(faults, "place.city", place.city(), LONGEST_PLACE);
            longest(faults, "place.county", place.county(), LONGEST_PLACE);
            longest(faults, "place.name", place.name(), LONGEST_PLACE);
        }
    }

    private static void longest(List<Refusal> faults, String field, String text, int longest) {
        if (text != null && text.codePointCount(0, text.length()) > longest) {
            faults.add(Refusal.at(field, "TOO_LONG", "最多 " + longest + " 个字。"));
        }
    }

    static String strip(String typed) {
        String words = typed == null
                ? ""
                : typed.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
        return words.isEmpty() ? null : words;
    }

    @Override
    public String toString() {
        return "Wish[" + kind + "]";
    }
}
