package cn.tuanwu.trace;

import java.util.Set;

/**
 * Whose traces are meant.
 *
 * @param registrationId null when nothing was begun
 * @param documents every document number known of them, in its normal form: there are keyed hashes of it
 */
public record Person(long accountId, Long registrationId, Set<String> documents) {
    @Override
    public String toString() {
        return "Person[account " + accountId + "]";
    }
}
