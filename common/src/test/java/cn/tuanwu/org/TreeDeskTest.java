package cn.tuanwu.org;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.org.Organisation.Kind;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is moved where, by however many at once: every path says what its parent says. */
@RoomTest
@Tag("console")
class TreeDeskTest {
    private static final long ROOT = 1;

    @Autowired
    TreeDesk tree;

    @Autowired
    OrgDesk organisations;

    @Autowired
    JdbcTemplate database;

    Trees trees;

    @BeforeEach
    void plant() {
        trees = new Trees(tree, database);
    }

    // Break: in TreeDesk.move, leave out rows.carry.
    @Test
    void whateverIsMovedPathsAgreeWithParentsAndNothingIsLost() {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            Organisation top = trees.plant(ROOT, Kind.COMMITTEE);
            List<Organisation> all = new ArrayList<>(List.of(top));
            while (all.size() < 25) {
                all.add(trees.plant(any(all, random).id(), Kind.COMMITTEE));
            }
            for (int i = 0; i < 40; i++) {
                tree.move(
                        "test",
                        any(all.subList(1, 25), random).id(),
                        any(all, random).id());
            }
            assertThat(trees.strays()).as("seed " + seed).isEmpty();
            assertThat(trees.within(top)).as("seed " + seed).isEqualTo(25);
        }
    }

    // Break: in TreeDesk.inTurn, leave out rows.takeTurn.
    @Test
    void movesAtOnceMakeNoCircleAndLoseNobody() {
        Organisation top = trees.plant(ROOT, Kind.COMMITTEE);
        List<Organisation> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(trees.plant(top.id(), Kind.COMMITTEE));
        }
        atOnce(4, turn -> {
            Random random = new Random(turn);
            for (int i = 0; i < 25; i++) {
                tree.move("test", any(all, random).id(), any(all, random).id());
            }
        });
        assertThat(trees.strays()).isEmpty();
        assertThat(trees.within(top)).isEqualTo(7);
    }

    // Break: in TreeDesk.inTurn, leave out rows.takeTurn.
    @Test
    void whatIsMadeWhileItsSuperiorMovesGoesWithIt() {
        Organisation left = trees.plant(ROOT, Kind.COMMITTEE);
        Organisation right = trees.plant(ROOT, Kind.COMMITTEE);
        Organisation moved = trees.plant(left.id(), Kind.COMMITTEE);
        atOnce(2, turn -> {
            for (int i = 0; i < 25; i++) {
                if (turn == 0) {
                    tree.move("test", moved.id(), i % 2 == 0 ? right.id() : left.id());
                } else {
                    trees.plant(moved.id(), Kind.BRANCH);
                }
            }
        });
        assertThat(trees.strays()).isEmpty();
        assertThat(trees.within(moved)).isEqualTo(26);
    }

    // Break: in Organisation.Kind.below, let a general branch hold everything.
    @Test
    void everyKindStandsWhereItMay() {
        Organisation general = trees.plant(100, Kind.GENERAL_BRANCH);
        Organisation branch = trees.plant(general.id(), Kind.BRANCH);
        NewOrganisation committee = new NewOrganisation("某团委", "某团委", Kind.COMMITTEE, "T-KIND");
        assertThat(People.refusalOf(tree.create("test", general.id(), committee)))
                .isEqualTo("KIND_MISPLACED");
        assertThat(People.refusalOf(tree.create("test", branch.id(), committee)))
                .isEqualTo("KIND_MISPLACED");
        assertThat(People.refusalOf(tree.move("test", 101, general.id()))).isEqualTo("KIND_MISPLACED");
        assertThat(People.refusalOf(tree.move("test", 100, general.id()))).isEqualTo("MOVE_UNDER_ITSELF");
        assertThat(People.refusalOf(tree.move("test", branch.id(), general.id())))
                .isEqualTo("ALREADY_THERE");
        assertThat(People.refusalOf(tree.merge("test", general.id(), 101))).isEqualTo("ORGANISATION_NOT_EMPTY");
        assertThat(People.refusalOf(tree.merge("test", branch.id(), 101))).isEqualTo("MERGE_KINDS");
        NewOrganisation twice = new NewOrganisation("另一个", "另一个", Kind.BRANCH, branch.code());
        assertThat(People.refusalOf(tree.create("test", general.id(), twice))).isEqualTo("ORGANISATION_CODE_TAKEN");
    }

    // Break: in OrgRows.children, leave out the LIMIT; in OrgDesk.children, answer no next.
    @Test
    void childrenComeAPageAtATime() {
        Organisation parent = trees.plant(ROOT, Kind.COMMITTEE);
        for (int i = 0; i < OrgDesk.PAGE + 3; i++) {
            trees.plant(parent.id(), Kind.BRANCH);
        }
        OrgDesk.Page first = organisations.children(parent, "");
        assertThat(first.items()).hasSize(OrgDesk.PAGE);
        OrgDesk.Page second = organisations.children(parent, first.next());
        assertThat(second.items()).hasSize(3).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(organisations.childCounts(List.of(parent))).containsEntry(parent.id(), OrgDesk.PAGE + 3);
    }

    // Break: drop the key organisation_children in V61.
    @Test
    void childrenAreReadByTheIndex() {
        assertThat(database.queryForList("EXPLAIN SELECT id FROM organisation WHERE parent_id = 10"
                        + " AND state = 'OPEN' AND code > '' ORDER BY code LIMIT 51"))
                .first()
                .satisfies(plan -> assertThat(plan)
                        .containsEntry("key", "organisation_children")
                        .satisfies(row ->
                                assertThat(String.valueOf(row.get("Extra"))).doesNotContain("filesort")));
    }

    // Break: in Initials, skip Chinese letters.
    @Test
    void aNewBranchIsFoundByItsInitials() {
        NewOrganisation wish = new NewOrganisation("南岭大学化学学院2601团支部", "化学2601团支部", Kind.BRANCH, "T-HX2601");
        Organisation made = People.value(tree.create("test", 10, wish));
        assertThat(organisations.searchBranches("hx2601tzb")).containsExactly(made);
        People.value(tree.close("test", made.id()));
        assertThat(organisations.searchBranches("hx2601tzb")).isEmpty();
    }

    private static Organisation any(List<Organisation> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void atOnce(int threads, java.util.function.IntConsumer work) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int turn = i;
            running.add(CompletableFuture.runAsync(() -> work.accept(turn)));
        }
        running.forEach(CompletableFuture::join);
    }
}
