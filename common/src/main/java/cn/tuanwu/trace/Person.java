package cn.tuanwu.trace;

import java.util.Set;

/**
 * Whose traces are meant.
 *
 * @param registrationId null when nothing was begun
 * @param documents every document number known of them, in its normal form: there are keyed hashes of it
 * @param accountStays only the registration goes, because it was wrong; its owner may register anew with the same account
 */
public record Person(long accountId, Long registrationId, Set<String> documents, boolean accountStays) {
    @Override
    public String toString() {
        return "Person[account " + accountId + "]";
    }
}
