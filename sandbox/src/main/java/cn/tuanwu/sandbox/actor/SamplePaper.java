package cn.tuanwu.sandbox.actor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Photographs of a form for whoever has no paper at hand. */
@Component
class SamplePaper {

    /** @param good whether it should be taken as it is */
    record Sample(String name, String title, boolean good) {}

    private static final List<Sample> ALL = List.of(
            new Sample("page-1", "第 1 页", true),
            new Sample("page-2", "第 2 页", true),
            new Sample("page-3", "第 3 页", true),
            new Sample("page-4", "第 4 页", true),
            new Sample("blurred", "模糊的一页", false),
            new Sample("dark", "太暗的一页", false));

    List<Sample> all() {
        return ALL.stream().filter(sample -> find(sample.name()).isPresent()).toList();
    }

    Optional<byte[]> find(String name) {
        if (ALL.stream().noneMatch(sample -> sample.name().equals(name))) {
            return Optional.empty();
        }
        try (InputStream file = SamplePaper.class.getResourceAsStream("/paper/" + name + ".jpg")) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
