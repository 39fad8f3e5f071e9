package cn.tuanwu.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * Reads the TUANWU_* settings and collects everything that is wrong with them, so that a start is refused once with the
 * whole list. Outside the sandbox a missing or sample secret is wrong.
 */
public final class Settings {
    private static final Set<String> SAMPLES =
            Set.of("changeme", "change-me", "secret", "password", "test", "sample", "demo", "xxx", "todo");

    private final Environment environment;
    private final boolean sandbox;
    private final List<String> faults = new ArrayList<>();

    public Settings(Environment environment) {
        this.environment = environment;
        this.sandbox = "true".equals(environment.getProperty("TUANWU_SANDBOX"));
    }

    public boolean sandbox() {
        return sandbox;
    }

    public String optional(String name, String otherwise) {
        String value = environment.getProperty(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** A setting that must be there. */
    public String required(String name) {
        String value = optional(name, "");
        if (value.isEmpty()) {
            faults.add(name + " is missing");
        }
        return value;
    }

    /** A secret: must be there and, outside the sandbox, must not be a sample. */
    public String secret(String name) {
        String value = required(name);
        if (!sandbox && !value.isEmpty() && looksLikeSample(value)) {
            faults.add(name + " is a sample value");
        }
        return value;
    }

    public void fault(String sentence) {
        faults.add(sentence);
    }

    /** @throws IllegalStateException naming every fault found so far, one line each */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new WrongSettings(faults);
        }
    }

    private static boolean looksLikeSample(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean oneCharacter = lower.chars().distinct().count() == 1;
        return oneCharacter || SAMPLES.contains(lower) || lower.startsWith("your") || lower.startsWith("sandbox-");
    }

    /** The start is refused; the message lists each fault with its setting's name. */
    public static final class WrongSettings extends IllegalStateException {
        WrongSettings(List<String> faults) {
            super("Tuanwu does not start:\n  - " + String.join("\n  - ", faults));
        }
    }
}
