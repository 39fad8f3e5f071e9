package cn.tuanwu.api.form;

import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.form.MissingDesk;
import cn.tuanwu.kernel.Refusal;
import java.util.Arrays;
import java.util.List;

/** A filter as a page sends it: what is empty is not asked for, what is no value at all is refused beside its field. */
record FormFilter(String organisation, String which, String name) {
    private static final int LONGEST_NAME = 60;

    MissingDesk.Filter read() {
        if (name != null && name.length() > LONGEST_NAME) {
            throw refused("name");
        }
        return new MissingDesk.Filter(
                isEmpty(organisation) ? null : TypedId.of(organisation.strip()),
                isEmpty(which) ? MissingDesk.Which.MISSING : readWhich(),
                isEmpty(name) ? null : name.strip());
    }

    private MissingDesk.Which readWhich() {
        return Arrays.stream(MissingDesk.Which.values())
                .filter(one -> one.name().equals(which))
                .findFirst()
                .orElseThrow(() -> refused("which"));
    }

    private static boolean isEmpty(String typed) {
        return typed == null || typed.isBlank();
    }

    private static RefusedRequest refused(String field) {
        return new RefusedRequest(List.of(Refusal.at(field, "FILTER_INVALID", "查询条件不正确，请重新选择。")));
    }
}
