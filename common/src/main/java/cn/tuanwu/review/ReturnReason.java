package cn.tuanwu.review;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The common reasons for 退回; those offered inside the card hold at most 16 characters each. */
public enum ReturnReason {
    BRANCH_WRONG("所在团支部选择有误"),
    IDENTITY_WRONG("姓名或证件号码有误"),
    JOIN_MONTH_WRONG("入团年月有误"),
    MEMBER_NUMBER_WRONG("发展团员编号有误"),
    PROFILE_WRONG("学历、职业等资料有误"),
    INCOMPLETE("资料填写不完整"),
    NO_RECORD("查无入团记录"),
    NOT_APPLICANT("本人没有申请换绑"),
    APPLICANT_UNSURE("未能与本人核实"),
    OLD_PHONE_IN_USE("原手机号仍可登录"),

    /** Said in the reviewer's own words, for which a card has no room. */
    OTHER("其他原因");

    private static final Set<ReturnReason> OF_REBINDING = EnumSet.of(NOT_APPLICANT, APPLICANT_UNSURE, OLD_PHONE_IN_USE);

    private final String text;

    ReturnReason(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Those that make sense for what is to be decided, in the order they are offered. */
    public static List<ReturnReason> of(ReviewTask.Kind kind) {
        boolean rebinding = kind == ReviewTask.Kind.REBINDING;
        return Arrays.stream(values())
                .filter(reason -> reason == OTHER || OF_REBINDING.contains(reason) == rebinding)
                .toList();
    }

    public boolean fitsCard() {
        return this != OTHER;
    }

    public static Optional<ReturnReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(code))
                .findFirst();
    }
}
