package cn.tuanwu.registration;

import static cn.tuanwu.registration.ProfileField.Access.FREE;
import static cn.tuanwu.registration.ProfileField.Access.LOCKED;
import static cn.tuanwu.registration.ProfileField.Access.REVIEWED;

import java.util.Arrays;

/** The fields of a profile: what people call them (a card has room for five characters), and what happens when a member changes one after the approval. */
enum ProfileField {
    NAME("name", "姓名", LOCKED, null),
    DOCUMENT_KIND("documentKind", "证件类型", LOCKED, "documentKind"),
    DOCUMENT_NUMBER("documentNumber", "证件号码", LOCKED, null),
    BIRTH_DATE("birthDate", "出生日期", LOCKED, null),
    JOIN_MONTH("joinMonth", "入团年月", LOCKED, null),
    JOIN_AGE_NOTE("joinAgeNote", "入团说明", LOCKED, null),
    BRANCH("branchId", "所在支部", LOCKED, null),
    /** Free for who has none yet. */
    MEMBER_NUMBER("memberNumber", "发展团员编号", LOCKED, null),
    INCOME("income", "收入档", REVIEWED, "income"),
    POLITICAL_STATUS("politicalStatus", "政治面貌", REVIEWED, "politicalStatus"),
    CADRE("cadre", "团干部", REVIEWED, null),
    DUTY("duty", "团内职务", REVIEWED, "duty"),
    DUTY_SINCE("dutySince", "任职年月", REVIEWED, null),
    DUTY_KIND("dutyKind", "任职性质", REVIEWED, "dutyKind"),
    PARTY_COMMITTEE("partyCommittee", "党委委员", REVIEWED, null),
    ETHNICITY("ethnicity", "民族", FREE, "ethnicity"),
    FULL_TIME_EDUCATION("fullTimeEducation", "全日制学历", FREE, "education"),
    HIGHEST_EDUCATION("highestEducation", "最高学历", FREE, "education"),
    HOUSEHOLD("household", "户籍地", FREE, null),
    JOIN_UNIT("joinUnit", "入团时所在单位", FREE, null),
    OCCUPATION("occupation", "职业", FREE, "occupation"),
    UNIT("unit", "学习/工作单位", FREE, null),
    EMAIL("email", "邮箱", FREE, null),
    QQ("qq", "QQ", FREE, null),
    WECHAT("wechat", "微信", FREE, null),
    WEIBO("weibo", "微博", FREE, null),
    PARTY_JOIN_MONTH("partyJoinMonth", "入党年月", FREE, null),
    VOLUNTEER_MONTH("volunteerMonth", "注册志愿者年月", FREE, null);

    final String key;
    final String label;
    final Access access;
    final String codes;

    ProfileField(String key, String label, Access access, String codes) {
        this.key = key;
        this.label = label;
        this.access = access;
        this.codes = codes;
    }

    static ProfileField of(String key) {
        return Arrays.stream(values())
                .filter(field -> field.key.equals(key))
                .findFirst()
                .orElseThrow();
    }

    boolean isOfCadre() {
        return this == DUTY || this == DUTY_SINCE || this == DUTY_KIND || this == PARTY_COMMITTEE || this == CADRE;
    }

    enum Access {
        /** Only by a correction that the superior agrees to. */
        LOCKED,
        /** Takes effect when the branch agrees. */
        REVIEWED,
        /** Takes effect at once. */
        FREE
    }
}
