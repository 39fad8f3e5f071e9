package cn.tuanwu.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.support.RoomTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** docs/data.md says of every table what it holds of a person and what erasing does to it. */
@RoomTest
@Tag("transfers")
class DataPageTest {
    private static final Path PAGE = Path.of(System.getProperty("tuanwu.home", ".."), "docs", "data.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z_]+)` \\|.*\\|.*\\|.*\\| .+ \\|$", Pattern.MULTILINE);

    @Autowired
    JdbcTemplate database;

    /** Break: take a row out of the page. */
    @Test
    void everyTableHasARow() throws IOException {
        Set<String> told = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = new TreeSet<>(database.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", String.class));
        // The program that migrates keeps its own list; nothing of a person is in it.
        there.removeIf(table -> table.startsWith("flyway") || table.startsWith("schema_"));
        assertThat(told).isEqualTo(there);
    }
}
