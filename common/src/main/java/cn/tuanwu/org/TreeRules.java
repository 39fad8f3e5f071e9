package cn.tuanwu.org;

import cn.tuanwu.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the tree allows, whoever asks for it. */
@Component
class TreeRules {
    static final Refusal CLOSED = Refusal.of("ORGANISATION_CLOSED", "这个组织已经撤销，不能再变更。");
    static final int LONGEST_NAME = 50;
    static final int LONGEST_SHORT_NAME = 30;
    private static final int LONGEST_PATH = 400;
    private static final String CODE = "[0-9A-Za-z][0-9A-Za-z-]{0,31}";

    private final TreeRows rows;
    private final OrgDesk organisations;
    private final List<Occupant> occupants;

    TreeRules(TreeRows rows, OrgDesk organisations, List<Occupant> occupants) {
        this.rows = rows;
        this.organisations = organisations;
        this.occupants = occupants;
    }

    Optional<Refusal> name(Long parent, long self, String name, String shortName) {
        return text("name", name, LONGEST_NAME)
                .or(() -> text("shortName", shortName, LONGEST_SHORT_NAME))
                .or(() -> parent != null && rows.siblingsNamed(parent, name, self) > 0
                        ? Optional.of(Refusal.at("name", "ORGANISATION_NAME_TAKEN", "同一上级下已有同名的组织。"))
                        : Optional.empty());
    }

    Optional<Refusal> code(String code) {
        return code.matches(CODE)
                ? Optional.empty()
                : Optional.of(Refusal.at("code", "FORMAT_INVALID", "组织代码为 1 至 32 位数字、字母或短横线。"));
    }

    /** Whether this kind may stand directly below. */
    Optional<Refusal> place(Organisation parent, Organisation.Kind kind) {
        if (!parent.open()) {
            return Optional.of(CLOSED);
        }
        if (parent.kind().below().contains(kind)) {
            return Optional.empty();
        }
        String allowed = Stream.of(Organisation.Kind.values())
                .filter(parent.kind().below()::contains)
                .map(Organisation.Kind::label)
                .collect(Collectors.joining("、"));
        String sentence = parent.isBranch() ? "团支部下不能再设组织。" : parent.kind().label() + "下只能设" + allowed + "。";
        return Optional.of(Refusal.at("kind", "KIND_MISPLACED", sentence));
    }

    Optional<Refusal> move(Organisation moved, Organisation target) {
        if (!moved.open() || !target.open()) {
            return Optional.of(CLOSED);
        }
        if (moved.parentId() == null || target.isWithin(moved)) {
            return Optional.of(Refusal.at("targetId", "MOVE_UNDER_ITSELF", "不能把组织移到它自己或它的下级之下。"));
        }
        if (moved.parentId() == target.id()) {
            return Optional.of(Refusal.at("targetId", "ALREADY_THERE", "这个组织已在该上级之下。"));
        }
        return place(target, moved.kind())
                .or(() -> name(target.id(), moved.id(), moved.name(), moved.shortName()))
                .or(() -> depth(moved, target));
    }

    Optional<Refusal> merge(Organisation from, Organisation into) {
        if (!from.open() || !into.open()) {
            return Optional.of(CLOSED);
        }
        if (from.id() == into.id() || from.parentId() == null || into.isWithin(from)) {
            return Optional.of(Refusal.at("targetId", "MERGE_INTO_ITSELF", "不能并入它自己或它的下级。"));
        }
        if (from.isBranch() != into.isBranch()) {
            return Optional.of(Refusal.at("targetId", "MERGE_KINDS", "团支部只能并入团支部，其他组织只能并入非支部组织。"));
        }
        return hasChildren(from)
                ? Optional.of(Refusal.of("ORGANISATION_NOT_EMPTY", "它还有下级组织，请先转移或撤销下级，再合并。"))
                : Optional.empty();
    }

    Optional<Refusal> close(Organisation closed) {
        if (!closed.open()) {
            return Optional.of(CLOSED);
        }
        if (closed.parentId() == null) {
            return Optional.of(Refusal.of("ORGANISATION_NOT_EMPTY", "最上级组织不能撤销。"));
        }
        if (hasChildren(closed)) {
            return Optional.of(Refusal.of("ORGANISATION_NOT_EMPTY", "它还有下级组织，请先转移或撤销下级。"));
        }
        String standing = standingIn(closed);
        return standing.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of("ORGANISATION_NOT_EMPTY", "这里还有" + standing + "，请先转移或合并到其他团支部。"));
    }

    String standingIn(Organisation organisation) {
        return occupants.stream()
                .flatMap(occupant -> occupant.standingIn(organisation).stream())
                .collect(Collectors.joining("、"));
    }

    private boolean hasChildren(Organisation organisation) {
        return !organisations.childCounts(List.of(organisation)).isEmpty();
    }

    private Optional<Refusal> depth(Organisation moved, Organisation target) {
        int longest = rows.longestPathWithin(moved.path())
                - moved.path().length()
                + below(target, moved.id()).length();
        return longest <= LONGEST_PATH ? Optional.empty() : Optional.of(tooDeep());
    }

    Optional<Refusal> depth(String path) {
        return path.length() <= LONGEST_PATH ? Optional.empty() : Optional.of(tooDeep());
    }

    static String below(Organisation parent, long id) {
        return parent.path() + id + '/';
    }

    private static Refusal tooDeep() {
        return Refusal.of("TREE_TOO_DEEP", "组织层级太深，请选择更高一级的上级组织。");
    }

    private static Optional<Refusal> text(String field, String text, int longest) {
        if (text.isEmpty()) {
            return Optional.of(Refusal.at(field, "REQUIRED", "请填写此项。"));
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of(Refusal.at(field, "TOO_LONG", "最多 " + longest + " 个字。"));
        }
        return text.codePoints().anyMatch(Character::isISOControl)
                ? Optional.of(Refusal.at(field, "FORMAT_INVALID", "请去掉换行等特殊字符。"))
                : Optional.empty();
    }
}
