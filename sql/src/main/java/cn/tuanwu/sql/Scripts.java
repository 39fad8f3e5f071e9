package cn.tuanwu.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/** The migration scripts as they lie on the class path: in a folder, in a jar, or in a jar inside a jar. */
final class Scripts {

    private static final Pattern NAME = Pattern.compile("V([0-9._]+)__.*\\.sql");

    private Scripts() {}

    static String newest(String folder) {
        try (Stream<String> names = names(folder)) {
            return names.map(NAME::matcher)
                    .filter(name -> name.matches())
                    .map(name -> MigrationVersion.fromVersion(name.group(1)))
                    .max(MigrationVersion::compareTo)
                    .map(MigrationVersion::getVersion)
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> names(String folder) throws IOException {
        URL url = Scripts.class.getClassLoader().getResource(folder);
        if (url == null) {
            return Stream.empty();
        }
        if (url.getProtocol().equals("file")) {
            return Files.list(Path.of(URI.create(url.toString())))
                    .map(file -> file.getFileName().toString());
        }
        JarURLConnection jar = (JarURLConnection) url.openConnection();
        String prefix = jar.getEntryName().endsWith("/") ? jar.getEntryName() : jar.getEntryName() + "/";
        return Collections.list(jar.getJarFile().entries()).stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()));
    }
}
