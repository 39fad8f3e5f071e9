package cn.tuanwu.graduation;

/** The columns of a sheet of graduates, by their headings. */
public enum GraduateColumn {
    NAME("姓名", true),
    MEMBER_NUMBER("发展团员编号", false),
    /** In clear, or masked as our lists show it. */
    DOCUMENT("证件号码", false),
    KIND("转接类型", false),
    TARGET("转入组织编码", false),
    PROVINCE("转往省份", false),
    PLACE("转往团组织全称", false),
    REASON("转接原因", true),
    WORDS("原因说明", false),
    UNIT("学习或工作单位", false);

    private final String heading;
    private final boolean required;

    GraduateColumn(String heading, boolean required) {
        this.heading = heading;
        this.required = required;
    }

    public String heading() {
        return heading;
    }

    public boolean isRequired() {
        return required;
    }
}
