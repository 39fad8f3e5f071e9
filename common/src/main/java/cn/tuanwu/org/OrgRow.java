package cn.tuanwu.org;

class OrgRow {
    long id;
    Long parentId;
    Organisation.Kind kind;
    String name;
    String shortName;
    String code;
    String path;
    String state;
    int children;

    Organisation organisation() {
        return new Organisation(id, parentId, kind, name, shortName, code, path, "OPEN".equals(state));
    }
}
