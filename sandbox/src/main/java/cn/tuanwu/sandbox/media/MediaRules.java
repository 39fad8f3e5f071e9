package cn.tuanwu.sandbox.media;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the platforms take as media: how large, and of which format by its first bytes. */
final class MediaRules {

    private static final int KB = 1024;
    private static final int MB = 1024 * KB;
    private static final int LEAST = 6;

    /** @param tooLarge the code of a file above {@code most} bytes */
    private record Limit(int most, int tooLarge, Set<String> formats) {}

    private static final Map<String, Limit> WECOM = Map.of(
            "image", new Limit(10 * MB, 40009, Set.of("jpg", "png")),
            "voice", new Limit(2 * MB, 40010, Set.of("amr")),
            "video", new Limit(10 * MB, 40011, Set.of("mp4")),
            "file", new Limit(20 * MB, 40006, Set.of()));
    private static final Map<String, Limit> WEIXIN = Map.of(
            "image", new Limit(10 * MB, 40009, Set.of("jpg", "png", "gif")),
            "voice", new Limit(2 * MB, 40010, Set.of("amr", "mp3")),
            "video", new Limit(10 * MB, 40011, Set.of("mp4")),
            "thumb", new Limit(64 * KB, 40012, Set.of("jpg")));
    private static final Limit WECOM_PICTURE = new Limit(2 * MB, 40009, Set.of("jpg", "png"));
    private static final Limit WEIXIN_PICTURE = new Limit(MB, 40009, Set.of("jpg", "png"));

    private MediaRules() {}

    /** The refusal of a temporary upload, if any. */
    static Optional<ApiAnswer> fault(boolean weCom, String type, byte[] content) {
        Limit limit = (weCom ? WECOM : WEIXIN).get(type == null ? "" : type);
        return limit == null ? refused(40004, "invalid media type") : fault(limit, content);
    }

    /** The refusal of a picture that shall stay, if any. */
    static Optional<ApiAnswer> pictureFault(boolean weCom, byte[] content) {
        return fault(weCom ? WECOM_PICTURE : WEIXIN_PICTURE, content);
    }

    private static Optional<ApiAnswer> fault(Limit limit, byte[] content) {
        if (content.length == 0) {
            return refused(44001, "empty media data");
        }
        if (content.length < LEAST) {
            return refused(40006, "invalid file size, at least 5 bytes");
        }
        if (content.length > limit.most()) {
            return refused(limit.tooLarge(), "invalid media size");
        }
        boolean picture = limit.formats().contains("png") || limit.formats().contains("jpg");
        return limit.formats().isEmpty() || limit.formats().contains(format(content))
                ? Optional.empty()
                : refused(picture ? 40123 : 40005, picture ? "invalid image format" : "invalid file type");
    }

    static String format(byte[] content) {
        String head = new String(content, 0, Math.min(12, content.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG")) {
            return "png";
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return "jpg";
        }
        if (head.startsWith("GIF8")) {
            return "gif";
        }
        if (head.startsWith("#!AMR")) {
            return "amr";
        }
        if (head.startsWith("ID3") || head.startsWith("\u00ff\u00fb")) {
            return "mp3";
        }
        return head.length() >= 8 && head.startsWith("ftyp", 4) ? "mp4" : "";
    }

    private static Optional<ApiAnswer> refused(int errcode, String errmsg) {
        return Optional.of(ApiAnswer.refused(errcode, errmsg));
    }
}
