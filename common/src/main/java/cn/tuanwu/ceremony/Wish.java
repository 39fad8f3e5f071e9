package cn.tuanwu.ceremony;

import java.time.Instant;
import java.util.List;

/**
 * A ceremony as somebody typed it; anything may be missing.
 *
 * @param organisation who held it; not looked at in a change: a record stays where it is
 * @param registrations of the members who took the oath
 * @param photos kept by {@link PictureDesk}, in order; in a change also those that are there already
 */
public record Wish(
        Long organisation,
        Instant heldAt,
        String place,
        String theme,
        String host,
        String oathLeader,
        String superior,
        Integer attendance,
        List<Ceremony.Item> programme,
        String note,
        List<Long> registrations,
        List<Long> photos) {

    /** Once each, nothing around a text, and nothing where nothing was typed. */
    Wish tidy() {
        return new Wish(
                organisation,
                heldAt,
                tidy(place),
                tidy(theme),
                tidy(host),
                tidy(oathLeader),
                tidy(superior),
                attendance,
                programme == null
                        ? List.of()
                        : programme.stream().distinct().sorted().toList(),
                tidy(note),
                registrations == null
                        ? List.of()
                        : registrations.stream().distinct().sorted().toList(),
                photos == null ? List.of() : photos.stream().distinct().toList());
    }

    private static String tidy(String text) {
        String tidied =
                text == null ? "" : text.replaceAll("[\\p{Cntrl}&&[^\\n]]", "").strip();
        return tidied.isEmpty() ? null : tidied;
    }

    @Override
    public String toString() {
        return "Wish[" + organisation + ", " + heldAt + "]";
    }
}
