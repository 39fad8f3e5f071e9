package cn.tuanwu.sandbox.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a multipart body, taken out by hand: the container has no body left to take apart after the wire has read
 * it, and it would decode file names by its own charset where the platforms read UTF-8.
 */
record Multipart(String filename, byte[] content) {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"?([^\";]*)\"?");
    private static final Pattern FILENAME = Pattern.compile("(?i)filename=\"([^\"]*)\"");

    /** The file part of this name; nothing when the body holds none. */
    static Optional<Multipart> file(String contentType, byte[] body, String name) {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (body == null || !boundary.find()) {
            return Optional.empty();
        }
        // One byte is one character here, so that positions in the text are positions in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String line = "--" + boundary.group(1);
        for (int at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + line.length())) {
            int head = at + line.length();
            int from = text.indexOf("\r\n\r\n", head);
            int end = from < 0 ? -1 : text.indexOf("\r\n" + line, from + 2);
            if (end < 0) {
                return Optional.empty();
            }
            String headers = new String(body, head, from - head, StandardCharsets.UTF_8);
            Matcher filename = FILENAME.matcher(headers);
            Matcher named = NAME.matcher(headers);
            if (named.find() && named.group(1).equals(name) && filename.find()) {
                int length = Math.max(0, end - from - 4);
                byte[] content = new byte[length];
                System.arraycopy(body, from + 4, content, 0, length);
                return Optional.of(new Multipart(filename.group(1), content));
            }
        }
        return Optional.empty();
    }
}
