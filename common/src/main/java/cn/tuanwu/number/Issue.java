package cn.tuanwu.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a transaction issued, as a line of the journal says it: enough to issue it again after a restore. */
sealed interface Issue {

    /** A run was allocated (parent null: declared) as this segment. */
    record Given(long segment, Long parent, long organisation, NumberRange range, String actor) implements Issue {}

    /** A run went back to the segment it was cut out of. */
    record Back(long segment, long parent, NumberRange range) implements Issue {}

    /** Nobody else may have this number from now on. {@code handedTo}: the branch or committee that holds it. */
    record Taken(String number, NumberDesk.State state, long handedTo) implements Issue {}

    /** What one organisation held is another's. */
    record Moved(long from, long into) implements Issue {}

    default String line() {
        List<Object> words = new ArrayList<>();
        if (this instanceof Given given) {
            words.addAll(List.of("GIVEN", given.segment, Objects.requireNonNullElse(given.parent, "-")));
            words.addAll(List.of(given.organisation, given.range.start(), given.range.end(), given.actor));
        } else if (this instanceof Back back) {
            words.addAll(List.of("BACK", back.segment, back.parent, back.range.start(), back.range.end()));
        } else if (this instanceof Taken taken) {
            words.addAll(List.of("TAKEN", taken.number, taken.state, taken.handedTo));
        } else if (this instanceof Moved moved) {
            words.addAll(List.of("MOVED", moved.from, moved.into));
        }
        return String.join(" ", words.stream().map(String::valueOf).toList());
    }

    /** Empty for a line this release does not know. */
    static Optional<Issue> read(String line) {
        String[] words = line.split(" ");
        return Optional.ofNullable(
                switch (words[0]) {
                    case "GIVEN" ->
                        new Given(
                                Long.parseLong(words[1]),
                                words[2].equals("-") ? null : Long.valueOf(words[2]),
                                Long.parseLong(words[3]),
                                range(words[4], words[5]),
                                words[6]);
                    case "BACK" ->
                        new Back(Long.parseLong(words[1]), Long.parseLong(words[2]), range(words[3], words[4]));
                    case "TAKEN" -> new Taken(words[1], NumberDesk.State.valueOf(words[2]), Long.parseLong(words[3]));
                    case "MOVED" -> new Moved(Long.parseLong(words[1]), Long.parseLong(words[2]));
                    default -> null;
                });
    }

    private static NumberRange range(String start, String end) {
        NumberRange first = NumberRange.of(new MemberNumber(start));
        return new NumberRange(
                first.prefix(),
                first.first(),
                NumberRange.of(new MemberNumber(end)).last());
    }
}
