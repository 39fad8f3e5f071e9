package cn.tuanwu.api.ceremony;

import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.ceremony.Ceremony;
import cn.tuanwu.ceremony.Wish;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * A record as a page sends it.
 *
 * @param heldAt China time, to the minute: 2026-05-04T15:30
 * @param version which one was changed; of a new one none
 */
record TypedCeremony(
        String organisationId,
        String heldAt,
        String place,
        String theme,
        String host,
        String oathLeader,
        String superior,
        Integer attendance,
        List<String> programme,
        String note,
        List<String> registrationIds,
        List<String> photos,
        Integer version) {
    private static final int MOST = 2_000;

    Wish read() {
        return new Wish(
                isEmpty(organisationId) ? null : TypedId.of(organisationId),
                isEmpty(heldAt) ? null : instant(),
                place,
                theme,
                host,
                oathLeader,
                superior,
                attendance,
                programme == null
                        ? List.of()
                        : programme.stream().map(TypedCeremony::item).toList(),
                note,
                ids("registrationIds", registrationIds),
                ids("photos", photos));
    }

    /** No version is -1: whoever does not say what they saw did not see it. */
    int seen() {
        return version == null ? -1 : version;
    }

    private Instant instant() {
        try {
            return LocalDateTime.parse(heldAt.strip()).toInstant(ChinaTime.ZONE);
        } catch (DateTimeException e) {
            throw refused("heldAt", "CEREMONY_TIME_INVALID", "举行时间的格式不正确，请重新选择。");
        }
    }

    private static Ceremony.Item item(String typed) {
        return Arrays.stream(Ceremony.Item.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> refused("programme", "FORMAT_INVALID", "仪式环节不正确，请重新勾选。"));
    }

    private static List<Long> ids(String field, List<String> typed) {
        if (typed != null && typed.size() > MOST) {
            throw refused(field, "TOO_LONG", "所选太多，请分开录入。");
        }
        return typed == null ? List.of() : typed.stream().map(TypedId::of).toList();
    }

    private static boolean isEmpty(String typed) {
        return typed == null || typed.isBlank();
    }

    private static RefusedRequest refused(String field, String code, String sentence) {
        return new RefusedRequest(List.of(Refusal.at(field, code, sentence)));
    }
}
