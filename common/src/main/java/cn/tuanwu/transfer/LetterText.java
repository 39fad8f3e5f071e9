package cn.tuanwu.transfer;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.letters.Letters;
import cn.tuanwu.transfer.Transfer.Place;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is typed for a letter out of the province can be drawn there: nobody could mend it once everybody has agreed. */
@Component
class LetterText {
    private static final List<String> COMMON = List.of("团员组织关系");

    private final Letters letters;

    LetterText(Letters letters) {
        this.letters = letters;
    }

    /** Beside their fields. A machine without any Chinese font can't say: there no letter is drawn as yet. */
    List<Refusal> faults(Wish wish) {
        List<Refusal> faults = new ArrayList<>();
        if (wish.isOutside() && !letters.missing(COMMON)) {
            look(faults, "words", wish.words());
            Place place = wish.place() == null ? new Place(null, null, null, null) : wish.place();
            look(faults, "place.province", place.province());
            look(faults, "place.city", place.city());
            look(faults, "place.county", place.county());
            look(faults, "place.name", place.name());
        }
        return faults;
    }

    private void look(List<Refusal> faults, String field, String text) {
        if (text != null && letters.missing(List.of(text))) {
            faults.add(Refusal.at(field, "TEXT_UNDRAWABLE", "其中有介绍信上无法显示的字或符号（如表情），请换一种写法。"));
        }
    }
}
