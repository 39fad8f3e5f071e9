package cn.tuanwu.registration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** The code tables of the form: GB/T 3304 (ethnicity), 4762 (political status), 4658 (education), and the guides' own lists. */
@Component
public class Codes {
    private final Map<String, Map<String, String>> names;
    private final Map<String, List<Code>> tables;

    Codes(Rows rows) {
        this.tables = rows.all().stream().collect(Collectors.groupingBy(Code::kind));
        this.names = tables.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, table -> table.getValue().stream()
                        .collect(Collectors.toMap(Code::code, Code::name))));
    }

    public Map<String, List<Code>> tables() {
        return tables;
    }

    boolean knows(String kind, String code) {
        return names.getOrDefault(kind, Map.of()).containsKey(code);
    }

    /** The name of a code; null for null. */
    String name(String kind, String code) {
        return code == null ? null : names.getOrDefault(kind, Map.of()).getOrDefault(code, code);
    }

    public record Code(String kind, String code, String name) {}

    @Mapper
    interface Rows {
        @Select("SELECT kind, code, name FROM code ORDER BY kind, position")
        @ConstructorArgs({
            @Arg(column = "kind", javaType = String.class),
            @Arg(column = "code", javaType = String.class),
            @Arg(column = "name", javaType = String.class)
        })
        List<Code> all();
    }
}
