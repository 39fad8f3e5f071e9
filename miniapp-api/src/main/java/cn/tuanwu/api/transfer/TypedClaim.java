package cn.tuanwu.api.transfer;

import cn.tuanwu.registration.Identification.Claim;
import cn.tuanwu.transfer.Wish;

/** Whom the branch that takes means, and what is wished for. */
record TypedClaim(String name, String documentKind, String documentNumber, TypedWish wish) {

    Claim claim() {
        return new Claim(name, documentKind, documentNumber);
    }

    Wish read() {
        return new TypedStart(null, wish).read();
    }

    @Override
    public String toString() {
        return "TypedClaim[…]";
    }
}
