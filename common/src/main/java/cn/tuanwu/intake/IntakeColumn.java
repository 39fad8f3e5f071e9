package cn.tuanwu.intake;

/** The columns of the sheet, by their headings. Which are needed for whom the rules of registration say. */
public enum IntakeColumn {
    NAME("姓名", true, null),
    PHONE("手机号码", true, null),
    UNIVERSITY("所在高校", true, null),
    BRANCH("团支部", true, null),
    DOCUMENT_KIND("证件类型", true, "documentKind"),
    DOCUMENT_NUMBER("证件号码", true, null),
    BIRTH_DATE("出生日期", false, null),
    JOIN_MONTH("入团年月", true, null),
    JOIN_AGE_NOTE("入团说明", false, null),
    MEMBER_NUMBER("发展团员编号", false, null),
    ETHNICITY("民族", true, "ethnicity"),
    POLITICAL("政治面貌", true, "politicalStatus"),
    EDUCATION("全日制学历", true, "education"),
    HIGHEST_EDUCATION("最高学历", false, "education"),
    OCCUPATION("职业", true, "occupation"),
    INCOME("收入档", false, "income"),
    UNIT("学习/工作单位", false, null),
    EMAIL("邮箱", false, null),
    QQ("QQ", false, null);

    private final String heading;
    private final boolean required;
    private final String codes;

    IntakeColumn(String heading, boolean required, String codes) {
        this.heading = heading;
        this.required = required;
        this.codes = codes;
    }

    public String heading() {
        return heading;
    }

    public boolean isRequired() {
        return required;
    }

    /** The code table its words come from; null for free text. */
    public String codes() {
        return codes;
    }
}
