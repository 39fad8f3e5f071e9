package cn.tuanwu.registration;

/** What is allowed and yet worth a second look by the reviewer; each has a stable code and says what to look at. */
public enum Caution {
    JOINED_UNDER_14("joinMonth", "入团时未满 14 周岁，请核对入团说明。"),
    JOINED_OVER_28("joinMonth", "入团时已超过 28 周岁，请核对入团年月。"),
    AGED_28("documentNumber", "已满 28 周岁且未任团内职务，请核对是否应办理超龄离团。"),
    NUMBER_OTHER_PROVINCE("memberNumber", "发展团员编号第 5、6 位不是本省代码，请对照入团志愿书核对。"),
    /** It is in none of the house's own number segments: only the paper form can prove it. */
    NUMBER_UNVERIFIED("memberNumber", "发展团员编号不在本系统分配的号段内，请对照入团志愿书核对。"),
    /** It is in a segment of the house that another organisation holds. */
    NUMBER_OF_OTHERS("memberNumber", "发展团员编号没有分配给这个团支部，请核对编号和团支部。");

    private final String field;
    private final String text;

    Caution(String field, String text) {
        this.field = field;
        this.text = text;
    }

    /** The field of the profile it is about. */
    public String field() {
        return field;
    }

    public String text() {
        return text;
    }
}
