package cn.tuanwu.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Provinces, cities and counties by GB/T 2260. */
@Component
public class Regions {
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final Map<String, RegionRow> known;
    private final Map<String, List<Region>> children;

    Regions(Rows rows) {
        List<RegionRow> all = rows.all();
        this.known = all.stream()
                .collect(
                        Collectors.toMap(row -> row.code, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        Map<String, Long> below = all.stream()
                .filter(row -> row.parent != null)
                .collect(Collectors.groupingBy(row -> row.parent, Collectors.counting()));
        this.children = all.stream()
                .collect(Collectors.groupingBy(
                        row -> row.parent == null ? "" : row.parent,
                        Collectors.mapping(
                                row -> new Region(row.code, row.name, below.containsKey(row.code)),
                                Collectors.toUnmodifiableList())));
    }

    public List<Region> provinces() {
        return children.get("");
    }

    /** Empty for an unknown code as for a county. */
    public List<Region> within(String code) {
        return children.getOrDefault(code, List.of());
    }

    /** 广东省广州市荔湾区; empty for what is no code of the table. */
    public Optional<String> name(String code) {
        RegionRow row = known.get(code);
        if (row == null) {
            return Optional.empty();
        }
        return Optional.of((row.parent == null ? "" : name(row.parent).orElse("")) + row.name);
    }

    /** Whether the text looks like a code and is none. Older records hold words. */
    boolean isUnknownCode(String text) {
        return text != null && CODE.matcher(text).matches() && !known.containsKey(text);
    }

    /** @param parted whether there is anything {@link #within} it */
    public record Region(String code, String name, boolean parted) {}

    static final class RegionRow {
        String code;
        String parent;
        String name;
    }

    @Mapper
    interface Rows {
        @Select("SELECT code, parent, name FROM region ORDER BY code")
        List<RegionRow> all();
    }
}
