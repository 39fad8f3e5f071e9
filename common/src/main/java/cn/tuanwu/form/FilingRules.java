package cn.tuanwu.form;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why a paper can't be filed for somebody: asked before it is stored, and again when it is. */
@Component
class FilingRules {
    static final Refusal MEMBER_UNKNOWN = Refusal.of("FORM_MEMBER_UNKNOWN", "没有找到这名团员，可能不在您负责的组织内。");
    static final Refusal NOT_APPROVED = Refusal.of("FORM_MEMBER_NOT_APPROVED", "该团员的报到还没有通过审核，通过后才能上传志愿书。");
    private static final Refusal SAME_BYTES = Refusal.of("FORM_SAME_BYTES", "该团员已有这份志愿书，文件完全相同，无需重复上传。");
    private static final Refusal OF_ANOTHER = Refusal.of("FORM_OF_ANOTHER", "这个文件已是另一名团员的志愿书，请核对是否选错了文件或团员。");
    private static final Refusal WAITING = Refusal.of("FORM_WAITING", "该团员已有一份新志愿书正等待上级审核，请等待结果，或由上传人撤回后再上传。");

    private final FormRows rows;
    private final OrgDesk organisations;

    FilingRules(FormRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    Optional<Refusal> refusal(Reach reach, MemberRow member, FormRow row) {
        return member(reach, member).or(() -> bytes(row)).or(() -> Optional.ofNullable(
                        rows.waitingOf(row.registrationId))
                .map(waiting -> WAITING));
    }

    Optional<Refusal> member(Reach reach, MemberRow member) {
        if (!isWithin(reach, member)) {
            return Optional.of(MEMBER_UNKNOWN);
        }
        return member.state.isMember() ? Optional.empty() : Optional.of(NOT_APPROVED);
    }

    boolean isWithin(Reach reach, MemberRow member) {
        return member != null
                && member.branchId != null
                && organisations.find(member.branchId).filter(reach::holds).isPresent();
    }

    private Optional<Refusal> bytes(FormRow row) {
        List<Long> holders = rows.holders(row);
        if (holders.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(holders.contains(row.registrationId) ? SAME_BYTES : OF_ANOTHER);
    }

    static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
