package cn.tuanwu.access;

import cn.tuanwu.org.Organisation;

/**
 * Someone's place in an organisation.
 *
 * @param accountId whose phone it is; null for who is known by WeChat Work alone
 * @param userid in WeChat Work, null while it is not known
 * @param sought false once WeChat Work said it knows nobody with that phone
 */
public record Operator(
        Organisation organisation,
        long staffId,
        String name,
        Long accountId,
        Seat.Role role,
        String userid,
        boolean sought) {

    static Operator of(OperatorRow row, Organisation organisation) {
        return new Operator(
                organisation,
                row.staffId,
                row.name,
                row.accountId,
                row.role,
                row.wecomUserid,
                row.wecomUserid == null && row.accountId != null && row.useridMissedAt == null);
    }
}
