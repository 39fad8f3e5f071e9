package cn.tuanwu.api.transfer;

import cn.tuanwu.api.TypedId;
import cn.tuanwu.transfer.Wish;

/** Of which member of the branch's, and what is wished for. */
record TypedStart(String registrationId, TypedWish wish) {
    private static final TypedWish NOTHING = new TypedWish(null, null, null, null, null, null);

    long registration() {
        return TypedId.of(registrationId);
    }

    Wish read() {
        return (wish == null ? NOTHING : wish).wish();
    }
}
