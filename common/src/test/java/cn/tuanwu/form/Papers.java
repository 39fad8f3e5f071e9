package cn.tuanwu.form;

import cn.tuanwu.form.FormDesk.Incoming;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Papers to file: never twice the same, unless said so. */
final class Papers {

    private Papers() {}

    static Incoming paper() {
        return paper(UUID.randomUUID().toString());
    }

    /** Looked at and kept as it came. */
    static Incoming paper(String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        return new Incoming(bytes, bytes, 4, Form.Source.PAGE);
    }
}
