package cn.tuanwu.leaving;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.registration.EditDesk;
import cn.tuanwu.registration.EvidenceDesk;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.House;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.Photos;
import cn.tuanwu.trace.Leftovers;
import cn.tuanwu.transfer.TransferDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A wrong registration is erased: what is left of it, in the whole database and in the folder of files. */
@Tag("transfers")
class ErasedRegistrationTest {
    private static final Decision APPROVE = new Decision.Approve();
    private static final Wish DELETE = new Wish(Leaving.Kind.DELETION, "WRONG_BRANCH", "说明记号甲", "依据记号乙");

    private House house;
    private LeavingDesk leavings;
    private ReviewDesk reviews;
    private RegistrationDesk registrations;
    private EditDesk edits;
    private EvidenceDesk evidence;
    private TransferDesk transfers;
    private Leftovers leftovers;
    private People people;
    private JdbcTemplate database;
    private String document;
    private String number;
    private Registration member;
    private Caller.OwnAccount owner;

    @BeforeEach
    void aMemberOfTheWrongBranch() throws IOException {
        house = new House();
        ConfigurableApplicationContext node = house.node();
        leavings = node.getBean(LeavingDesk.class);
        reviews = node.getBean(ReviewDesk.class);
        registrations = node.getBean(RegistrationDesk.class);
        edits = node.getBean(EditDesk.class);
        evidence = node.getBean(EvidenceDesk.class);
        transfers = node.getBean(TransferDesk.class);
        leftovers = node.getBean(Leftovers.class);
        people = node.getBean(People.class);
        database = node.getBean(JdbcTemplate.class);
        document = Identities.residentId(LocalDate.of(2005, 3, 14));
        number = Identities.memberNumber(2020);
        member = people.someoneApproved(
                aProfile().named("欧阳记号").document(document).numbered(number).email("jihao@example.com"), ZHANG_SAN);
        owner = new Caller.OwnAccount(member.accountId());
    }

    @AfterEach
    void itStops() {
        house.close();
    }

    /**
     * Break: in LeavingErasing.erase, leave out requests.forget; in NumberErasing, set a used number free.
     */
    @Test
    @DisplayName("§10 erased: nothing typed is left anywhere, the tombstone tells nothing; the number is void for good")
    void nothingTypedIsLeft() throws IOException {
        long picture = value(evidence.keep(owner, Photos.jpeg(200, 100)));
        value(edits.correct(owner, profile(Map.of("joinMonth", "2020-06")), "更正记号丙", List.of(picture)));
        Leaving asked = value(leavings.start(ZHANG_SAN, member.id(), DELETE));
        value(reviews.decideOnPhone(CHEN_JING, task(asked), APPROVE));
        leftovers.sweep();

        assertThat(registrations.mine(owner)).isEmpty();
        Leaving told = leavings.mine(owner).orElseThrow();
        assertThat(told.state()).isEqualTo(Leaving.State.DONE);
        assertThat(told.cause()).isEqualTo(Leaving.Cause.WRONG_BRANCH);
        assertThat(told.words()).isNull();
        String dump = new String(Files.readAllBytes(house.backUp()), StandardCharsets.ISO_8859_1);
        for (String mark : List.of("欧阳记号", document, "jihao@example.com", "更正记号", "说明记号", "依据记号")) {
            String bytes = new String(mark.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertThat(dump.contains(bytes)).as(mark).isFalse();
        }
        assertThat(database.queryForMap(
                        "SELECT number, branch_id, join_month, reason, ended_by FROM registration_tombstone"))
                .containsEntry("number", number)
                .containsEntry("branch_id", People.MATHS_2301)
                .containsEntry("join_month", "2020-05")
                .containsEntry("reason", "WRONG_BRANCH")
                .containsEntry("ended_by", CHEN_JING.actor());
        assertThat(tables("registration_id", member.id())).isEmpty();
        assertThat(pictures()).isEmpty();

        Registration again = value(registrations.submit(
                owner,
                aProfile()
                        .document(document)
                        .numbered(Identities.memberNumber(2020))
                        .inBranch(1101L)
                        .build()));
        assertThat(again.state()).isEqualTo(Registration.State.PENDING);
        assertThat(refusalOf(registrations.submit(
                        people.someoneRegistered(), aProfile().numbered(number).build())))
                .isEqualTo("MEMBER_NUMBER_TAKEN");
        assertThat(database.queryForObject("SELECT state FROM number_use WHERE number = ?", String.class, number))
                .isEqualTo("VOID");
    }

    /** Break: in Judging, let the branch erase by itself; in Consent.sendBack, erase all the same. */
    @Test
    @DisplayName("§10 nothing is erased before the superior confirms, or when it is sent back")
    void nothingIsErasedBefore() {
        assertThat(refusalOf(
                        leavings.start(ZHANG_SAN, member.id(), new Wish(Leaving.Kind.DELETION, "BECAUSE", "说明", null))))
                .isEqualTo("REQUIRED");
        assertThat(refusalOf(leavings.start(People.ZHAO_MIN, member.id(), DELETE)))
                .isEqualTo("LEAVING_MEMBER_UNKNOWN");
        Leaving asked = value(leavings.start(ZHANG_SAN, member.id(), DELETE));
        assertThat(registrations.mine(owner).orElseThrow().state()).isEqualTo(Registration.State.APPROVED);
        value(reviews.decideOnPhone(
                CHEN_JING, task(asked), new Decision.SendBack(cn.tuanwu.review.ReturnReason.LEAVING_OTHER_WAY)));
        assertThat(registrations.mine(owner).orElseThrow().state()).isEqualTo(Registration.State.APPROVED);
        assertThat(database.queryForObject("SELECT COUNT(*) FROM registration_tombstone", Integer.class))
                .isZero();
        assertThat(transfers.mine(owner)).isEmpty();
    }

    private static Profile profile(Map<String, String> wish) {
        return new JsonMapper().convertValue(wish, Profile.class);
    }

    private long task(Leaving leaving) {
        return database.queryForObject("SELECT id FROM review_task WHERE live_leaving = ?", Long.class, leaving.id());
    }

    /** Where a column of that name still names it; decisions, the wish itself and the void number may. */
    private List<String> tables(String column, long id) {
        return database
                .queryForList(
                        "SELECT table_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                                + " AND column_name = ?",
                        String.class,
                        column)
                .stream()
                .filter(table ->
                        !List.of("review_task", "leaving_request", "number_use").contains(table))
                .filter(table -> database.queryForObject(
                                "SELECT COUNT(*) FROM " + table + " WHERE " + column + " = ?", Integer.class, id)
                        > 0)
                .toList();
    }

    private List<Path> pictures() throws IOException {
        try (var files = Files.walk(house.files())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("numbers"))
                    .toList();
        }
    }
}
