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
    PAGE_MISSING("缺页"),
    ORDER_WRONG("页面顺序有误"),
    BLURRED("照片模糊"),
    STAMP_MISSING("缺少印章"),
    NUMBER_DIFFERS("编号与纸质不符"),
    DATES_WRONG("日期先后有误"),

    TARGET_WRONG("转入团组织有误"),
    NOT_HERE("不在本单位就读或工作"),
    TRANSFER_UNPROVEN("转接原因缺少证明"),
    DUES_OPEN("团费未缴清"),
    NOT_CONTACTED("未能与团员核实"),

    RETURN_STANDS("原退回理由成立"),
    APPEAL_UNPROVEN("申诉材料不足"),
    STILL_MEMBER("仍是团员，请先办理离团"),
    TRANSFER_FIRST("应办理组织关系转接"),
    WISH_UNSURE("未能与本人核实意愿"),

    LEAVING_UNSURE("未能与团员本人核实"),
    LEAVING_UNPROVEN("原因不充分或缺少依据"),
    LEAVING_OTHER_WAY("应通过转接或资料更正办理"),

    /** Said in the reviewer's own words, for which a card has no room. */
    OTHER("其他原因");

    private static final Set<ReturnReason> OF_REBINDING = EnumSet.of(NOT_APPLICANT, APPLICANT_UNSURE, OLD_PHONE_IN_USE);
    private static final Set<ReturnReason> OF_FORM = EnumSet.range(PAGE_MISSING, DATES_WRONG);

    private static final Set<ReturnReason> OF_TRANSFER = EnumSet.range(TARGET_WRONG, NOT_CONTACTED);

    private static final Set<ReturnReason> OF_APPEAL = EnumSet.of(RETURN_STANDS, APPEAL_UNPROVEN);
    private static final Set<ReturnReason> OF_ERASURE = EnumSet.range(STILL_MEMBER, WISH_UNSURE);

    private static final Set<ReturnReason> OF_LEAVING = EnumSet.range(LEAVING_UNSURE, LEAVING_OTHER_WAY);

    private final String text;

    ReturnReason(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Those that make sense for what is to be decided, in the order they are offered. */
    public static List<ReturnReason> of(ReviewTask.Kind kind) {
        return Arrays.stream(values())
                .filter(reason -> reason == OTHER || reason.fits(kind))
                .toList();
    }

    private boolean fits(ReviewTask.Kind kind) {
        return switch (kind) {
            case REBINDING -> OF_REBINDING.contains(this);
            case FORM -> OF_FORM.contains(this);
            case TRANSFER -> OF_TRANSFER.contains(this);
            case APPEAL -> OF_APPEAL.contains(this);
            case LEAVING -> OF_LEAVING.contains(this);
            case ERASURE -> OF_ERASURE.contains(this);
            case REGISTRATION, EDIT, CORRECTION -> ordinal() <= NO_RECORD.ordinal();
        };
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
