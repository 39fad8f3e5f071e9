package cn.tuanwu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the sources say about the audit. */
@Tag("console")
class AuditWordsTest {
    private static final Pattern APPEND = Pattern.compile("audit\\.append(?:At)?\\([^;]*;");
    private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z-]*)\"");
    private static final Pattern CHANGE = Pattern.compile(
            "(?i)(update|delete\\s+from|truncate(\\s+table)?|replace\\s+into|drop\\s+table)\\s+audit\\b");

    /** Break: take a row out of AuditWords, or append an action without one. */
    @Test
    void everyActionHasWords() {
        Set<String> wordless = new TreeSet<>();
        sources((file, text) -> APPEND.matcher(text)
                .results()
                .flatMap(call -> ACTION.matcher(call.group()).results())
                .map(found -> found.group(1))
                .filter(action -> !known(action))
                .forEach(action -> wordless.add(action + " in " + file.getFileName())));
        assertThat(wordless).isEmpty();
        assertThat(AuditWords.all().values()).allMatch(words -> words.matches(".*[\\u4e00-\\u9fff].*"));
    }

    /** Break: add a statement "DELETE FROM audit" to any mapper. */
    @Test
    void noStatementChangesOrRemovesALine() {
        Set<String> changing = new TreeSet<>();
        sources((file, text) -> {
            if (CHANGE.matcher(text.replaceAll("\"\\s*\\+\\s*\"", "")).find()) {
                changing.add(file.toString());
            }
        });
        assertThat(changing).isEmpty();
        assertThat(CHANGE.matcher("DELETE FROM audit WHERE id = 1").find()).isTrue();
    }

    /** One that ends with a dot is completed by a state: some of its words have to be there. */
    private static boolean known(String action) {
        return action.endsWith(".")
                ? AuditWords.all().keySet().stream().anyMatch(key -> key.startsWith(action))
                : AuditWords.all().containsKey(action);
    }

    private static void sources(BiConsumer<Path, String> each) {
        Stream.of("src/main/java", "../bot/src/main/java", "../miniapp-api/src/main/java")
                .map(Path::of)
                .forEach(root -> {
                    try (Stream<Path> files = Files.walk(root)) {
                        for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                                .toList()) {
                            each.accept(file, Files.readString(file));
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
