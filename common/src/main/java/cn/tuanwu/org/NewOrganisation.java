package cn.tuanwu.org;

/** An organisation somebody wants to have, as typed. */
public record NewOrganisation(String name, String shortName, Organisation.Kind kind, String code) {

    public NewOrganisation {
        name = strip(name);
        shortName = strip(shortName);
        code = strip(code);
    }

    static String strip(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
