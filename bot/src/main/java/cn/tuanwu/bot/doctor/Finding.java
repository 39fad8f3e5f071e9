package cn.tuanwu.bot.doctor;

import java.util.ArrayList;
import java.util.List;

/** What was found about one platform; said in one line. */
final class Finding {
    private final String platform;
    private final List<String> faults = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    Finding(String platform) {
        this.platform = platform;
    }

    /** @param cure what to change, and where */
    void fault(String what, String cure) {
        faults.add(what + "（" + cure + "）");
    }

    void notChecked(String what) {
        unchecked.add(what);
    }

    boolean isRight() {
        return faults.isEmpty();
    }

    String line() {
        String verdict = isRight() ? "正常" : "有问题：" + String.join("；", faults);
        return platform + "：" + verdict + (unchecked.isEmpty() ? "" : "。未检查：" + String.join("、", unchecked));
    }
}
