package cn.tuanwu.api.form;

import cn.tuanwu.form.Form;
import cn.tuanwu.kernel.Refusal;

/**
 * What became of one file.
 *
 * @param number its place among those sent, from 1
 * @param name as it was sent
 * @param code why it was refused; null when it was not
 * @param text the same for people, and what to do now
 * @param form its id; null when it was refused
 * @param registrationId whose it is; null when it was refused
 */
record HandedIn(
        int number, String name, Outcome outcome, String code, String text, String form, String registrationId) {

    enum Outcome {
        FILED,
        WAITING,
        REFUSED
    }

    static HandedIn filed(int number, String name, Form form) {
        boolean waits = form.state() == Form.State.WAITING;
        return new HandedIn(
                number,
                name,
                waits ? Outcome.WAITING : Outcome.FILED,
                null,
                waits ? "已上传，这名团员已有正式志愿书，等待上级审核后替换。" : "已归档，共 " + form.pages() + " 页。",
                Long.toString(form.id()),
                Long.toString(form.registrationId()));
    }

    static HandedIn refused(int number, String name, Refusal refusal) {
        return new HandedIn(number, name, Outcome.REFUSED, refusal.code(), refusal.text(), null, null);
    }

    static HandedIn tooMany(int number, String name) {
        return refused(number, name, Refusal.of("FORM_TOO_MANY_FILES", "一次最多上传 20 份，这一份没有处理，请另外上传。"));
    }
}
