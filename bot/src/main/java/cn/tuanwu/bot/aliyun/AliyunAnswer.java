package cn.tuanwu.bot.aliyun;

import java.util.regex.Pattern;

/**
 * What Alibaba Cloud said, without anything of what it was asked.
 *
 * @param code {@code OK} or the code of the documentation; {@link #SILENT} when nothing could be read
 * @param result what the interface is about, empty for most
 */
public record AliyunAnswer(String code, String result) {
    /** No connection, no answer in time, or one that is none. */
    public static final String SILENT = "SILENT";

    /** Before the status of an answer without a code. */
    static final String HTTP = "HTTP-";

    /** What stands in logs and in the outbox: whatever else a gateway may answer, it is a code or nothing. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    public AliyunAnswer {
        code = code != null && CODE.matcher(code).matches() ? code : SILENT;
        result = result == null ? "" : result;
    }

    static AliyunAnswer of(String code) {
        return new AliyunAnswer(code, "");
    }

    /** The gateway has too much to do, or is not well: nothing to mend, ask again later. */
    public boolean isPassing() {
        return code.equals(SILENT)
                || code.startsWith("Throttling")
                || code.startsWith("ServiceUnavailable")
                || code.startsWith("InternalError")
                || code.equals("SystemError")
                || code.matches(HTTP + "(429|5[0-9]{2})");
    }
}
