package cn.tuanwu.org;

class OrgRow {
    long id;
    Long parentId;
    Organisation.Kind kind;
    String name;
    String shortName;
    String path;

    Organisation organisation() {
        return new Organisation(id, parentId, kind, name, shortName, path);
    }
}
