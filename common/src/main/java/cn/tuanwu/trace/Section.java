package cn.tuanwu.trace;

import cn.tuanwu.kernel.ChinaTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One chapter of a person's copy.
 *
 * @param key for programs
 * @param title for people
 */
public record Section(String key, String title, List<List<Field>> rows) {

    /** @param key for programs; @param label for people; @param value never null */
    public record Field(String key, String label, String value) {}

    /** One row, field by field; what is not there is left out. */
    public static final class Line {
        private final List<Field> fields = new ArrayList<>();

        public Line with(String key, String label, Object value) {
            if (value instanceof Instant at) {
                fields.add(new Field(key, label, ChinaTime.minute(at)));
            } else if (value != null) {
                fields.add(new Field(key, label, value.toString()));
            }
            return this;
        }

        public List<Field> fields() {
            return List.copyOf(fields);
        }
    }

    public static Line row() {
        return new Line();
    }
}
