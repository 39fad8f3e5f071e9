package cn.tuanwu.sandbox.wire;

import java.time.Instant;

/** One request with its answer. {@code decoded} is what an encrypted body says; null when the body is plain. */
public record WireEntry(
        long id,
        Instant at,
        Direction direction,
        Platform platform,
        String method,
        String path,
        int status,
        long millis,
        Integer errcode,
        String title,
        Body request,
        Body response) {

    public enum Direction {
        APP_TO_PLATFORM,
        PLATFORM_TO_APP
    }

    public enum Platform {
        WECOM,
        OFFICIAL_ACCOUNT,
        MINI_PROGRAM,
        SMS,
        REALNAME,
        LOGIN
    }

    public record Body(String raw, String decoded) {

        Body masked() {
            return new Body(Masking.hide(raw), Masking.hide(decoded));
        }
    }

    /** An entry before it has its number. */
    public record Draft(
            Direction direction,
            Platform platform,
            String method,
            String path,
            int status,
            long millis,
            Integer errcode,
            String title,
            Body request,
            Body response) {

        Draft masked() {
            return new Draft(
                    direction,
                    platform,
                    method,
                    Masking.hide(path),
                    status,
                    millis,
                    errcode,
                    title,
                    request.masked(),
                    response.masked());
        }

        WireEntry entry(long id, Instant at) {
            return new WireEntry(
                    id, at, direction, platform, method, path, status, millis, errcode, title, request, response);
        }
    }
}
