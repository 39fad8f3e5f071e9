package cn.tuanwu.form;

/** A formal form and whose it is. */
class BundleRow {
    long formId;
    long registrationId;
    long accountId;
    String name;
    byte[] phoneSealed;
}
