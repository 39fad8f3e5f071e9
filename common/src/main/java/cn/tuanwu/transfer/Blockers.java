package cn.tuanwu.transfer;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Relocation.Standing;
import java.util.ArrayList;
import java.util.List;

/** What stands in the way of a transfer, each thing with its name: all of it at once, so that nobody comes back twice. */
final class Blockers {
    static final Refusal NOT_A_MEMBER = Refusal.of("NOT_APPROVED", "报到通过审核后才能办理组织关系转接。");
    static final Refusal TARGET_UNKNOWN =
            Refusal.at("targetId", "TRANSFER_TARGET_UNKNOWN", "没有找到要转入的团组织，它可能已撤销，请重新选择。");
    static final Refusal TARGET_ROOT = Refusal.at("targetId", "TRANSFER_TARGET_ROOT", "不能直接转入省级组织，请选择它下面的团委或团支部。");
    static final Refusal SAME_BRANCH = Refusal.at("targetId", "TRANSFER_SAME_BRANCH", "已在这个团支部，无需转接。");
    static final Refusal CADRE = Refusal.of("TRANSFER_CADRE", "还担任团内职务，请先在资料中免去职务，再办理转接。");
    static final Refusal UNPROVEN = Refusal.of("TRANSFER_REALNAME", "实名认证尚未通过，请先完成认证，再办理转接。");
    static final Refusal BRANCH_CLOSED = Refusal.of("TRANSFER_BRANCH_CLOSED", "所在的团支部已撤销，请先由上级安排所在团支部。");

    private Blockers() {}

    /**
     * @param from where the member is, empty when that was closed
     * @param target empty when there is none such; not asked out of the province
     */
    static List<Refusal> of(Standing standing, Wish wish, Organisation from, Organisation target) {
        List<Refusal> found = new ArrayList<>(wish.faults());
        standing.busy().ifPresent(found::add);
        if (standing.cadre()) {
            found.add(CADRE);
        }
        if (!standing.identityProven()) {
            found.add(UNPROVEN);
        }
        if (from == null) {
            found.add(BRANCH_CLOSED);
        }
        if (!wish.isOutside() && wish.targetId() != null) {
            target(found, from, target);
        }
        return found;
    }

    private static void target(List<Refusal> found, Organisation from, Organisation target) {
        if (target == null) {
            found.add(TARGET_UNKNOWN);
        } else if (target.parentId() == null) {
            found.add(TARGET_ROOT);
        } else if (from != null && target.id() == from.id()) {
            found.add(SAME_BRANCH);
        }
    }
}
