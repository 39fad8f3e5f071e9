package cn.tuanwu.ceremony;

/** How many ceremonies one subtree held, and how many took the oath there. */
class HeldRow {
    long organisationId;
    long ceremonies;
    long oaths;
}
