package cn.tuanwu.ceremony;

import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.support.People;
import cn.tuanwu.support.Photos;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What may be recorded about whom, who changes it, and who may look. */
@RoomTest
@Tag("transfers")
class CeremonyDeskTest {
    @Autowired
    CeremonyDesk ceremonies;

    @Autowired
    OathDesk oaths;

    @Autowired
    PictureDesk pictures;

    @Autowired
    FileStore store;

    @Autowired
    OrgDesk organisations;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    private Registration member;
    private Ceremonies fine;

    @BeforeEach
    void someoneWithoutAnOath() {
        member = people.someoneApproved(aProfile().named("阿里木·买买提"), ZHANG_SAN);
        fine = Ceremonies.of(List.of(member.id()), List.of(photo()));
    }

    @Test
    void aRecordKeepsWhoWhereAndWhatWasDoneAndTheMemberHasTheOath() {
        Caller.OwnAccount owner = new Caller.OwnAccount(member.accountId());
        assertThat(oaths.own(owner)).isEmpty();
        Ceremony made = value(ceremonies.record(ZHANG_SAN, fine.wish()));
        assertThat(made.programme()).containsExactly(Ceremony.Item.ANTHEM, Ceremony.Item.OATH, Ceremony.Item.SONG);
        assertThat(made.oaths()).isEqualTo(1);
        assertThat(made.recordedBy()).isEqualTo("张三");
        Ceremony.Details seen = value(ceremonies.open(seats.viewer(Seats.MATHS), made.id()));
        assertThat(seen.members().get(0).name()).isEqualTo("阿里木·买买提");
        assertThat(seen.members().get(0).phone()).matches("139\\*{4}[0-9]{4}");
        assertThat(seen.photos()).hasSize(1);
        assertThat(seen.history()).extracting(Ceremony.Step::what).containsExactly(Ceremony.What.RECORDED);
        assertThat(value(ceremonies.open(LI_SI, made.id())).members().get(0).name())
                .as("masked on a phone")
                .isEqualTo("阿***");
        assertThat(oaths.own(owner).orElseThrow().organisation().id()).isEqualTo(People.MATHS_2301);
        assertThat(audited(made, "ceremony.recorded")).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsToldBesideEachField() {
        Wish empty = new Wish(People.MATHS_2301, null, " ", null, null, null, null, null, null, null, null, null);
        assertThat(refusals(ceremonies.record(ZHANG_SAN, empty)))
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder(
                        "heldAt",
                        "place",
                        "theme",
                        "host",
                        "oathLeader",
                        "programme",
                        "registrationIds",
                        "attendance",
                        "photos");
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        assertThat(refusalOf(ceremonies.record(ZHANG_SAN, fine.heldAt(tomorrow))))
                .isEqualTo("CEREMONY_TIME_INVALID");
        assertThat(refusals(ceremonies.record(ZHANG_SAN, fine.heldAt(Instant.parse("1999-12-31T15:59:59Z")))))
                .extracting(Refusal::code)
                .contains("CEREMONY_TIME_INVALID", "CEREMONY_BEFORE_JOINING");
        assertThat(refusalOf(ceremonies.record(ZHANG_SAN, fine.attendedBy(0))))
                .isEqualTo("CEREMONY_ATTENDANCE_INVALID");
        assertThat(refusalOf(ceremonies.record(ZHANG_SAN, fine.themed("长".repeat(101)))))
                .isEqualTo("TOO_LONG");
        assertThat(refusalOf(ceremonies.record(ZHANG_SAN, fine.themed("\u0001\u0007"))))
                .isEqualTo("REQUIRED");
        assertThat(refusalOf(ceremonies.record(ZHANG_SAN, fine.heldBy(null)))).isEqualTo("REQUIRED");
        assertThat(oaths.of(member.id())).isEmpty();
    }

    /** Break: in OathRules.isBefore, answer false. */
    @Test
    void noCeremonyIsBeforeItsMembersJoinedAndItSaysWhose() {
        Refusal early = refusals(ceremonies.record(
                        seats.reviewer(Seats.MATHS), fine.heldAt(Instant.parse("2020-04-30T15:59:00Z"))))
                .get(0);
        assertThat(early.code()).isEqualTo("CEREMONY_BEFORE_JOINING");
        assertThat(early.text()).contains("阿里木·买买提", "2020-05");
        long mine = photo();
        value(ceremonies.record(
                ZHANG_SAN,
                Ceremonies.of(List.of(member.id()), List.of(mine)).heldAt(Instant.parse("2020-04-30T16:00:00Z"))));
    }

    @Test
    void whoIsNoMemberThereOrTookItBeforeIsNamed() {
        Registration pending = people.someoneSubmitted(aProfile().named("等审核"));
        Registration physicist = people.someoneApproved(aProfile().named("外人").inBranch(1101L), ZHAO_MIN);
        Caller.Reviewer province = seats.reviewer(Seats.PROVINCE);
        assertThat(refusalOf(ceremonies.record(ZHANG_SAN, of(pending)))).isEqualTo("CEREMONY_MEMBER_NOT_APPROVED");
        assertThat(refusalOf(ceremonies.record(ZHANG_SAN, of(physicist)))).isEqualTo("MEMBER_UNKNOWN");
        assertThat(refusalOf(ceremonies.record(province, of(physicist)))).isEqualTo("CEREMONY_MEMBER_ELSEWHERE");
        value(ceremonies.record(ZHANG_SAN, fine.wish()));
        Refusal taken = refusals(ceremonies.record(LI_SI, of(member))).get(0);
        assertThat(taken.code()).isEqualTo("CEREMONY_OATH_TAKEN");
        assertThat(taken.text()).startsWith("阿***").doesNotContain("买买提");
    }

    @Test
    void aCommitteeHoldsOneForSeveralOfItsBranches() {
        Registration other = people.someoneApproved(aProfile().inBranch(1003L), CHEN_JING);
        Wish both = Ceremonies.of(List.of(other.id(), member.id()), List.of(Ceremonies.photo(pictures, CHEN_JING)))
                .heldBy(Seats.MATHS);
        Ceremony made = value(ceremonies.record(CHEN_JING, both));
        assertThat(made.oaths()).isEqualTo(2);
        assertThat(refusalOf(ceremonies.open(ZHANG_SAN, made.id()))).isEqualTo("CEREMONY_UNKNOWN");
        assertThat(oaths.of(member.id()).orElseThrow().organisation().id()).isEqualTo(Seats.MATHS);
        assertThat(refusalOf(ceremonies.record(ZHANG_SAN, fine.heldBy(Seats.MATHS))))
                .isEqualTo("ORGANISATION_UNKNOWN");
    }

    /** Break: leave reach.holds out of CeremonyShelf.find. */
    @Test
    void whatIsElsewhereDoesNotExist() {
        Ceremony made = value(ceremonies.record(ZHANG_SAN, fine.wish()));
        long picture = value(ceremonies.open(ZHANG_SAN, made.id())).photos().get(0);
        Caller.Viewer physics = seats.viewer(Seats.PHYSICS);
        assertThat(refusalOf(ceremonies.open(physics, made.id()))).isEqualTo("CEREMONY_UNKNOWN");
        assertThat(refusalOf(ceremonies.photo(ZHAO_MIN, made.id(), picture, true)))
                .isEqualTo("CEREMONY_UNKNOWN");
        assertThat(refusalOf(ceremonies.change(ZHAO_MIN, made.id(), 0, fine.wish())))
                .isEqualTo("CEREMONY_UNKNOWN");
        assertThat(refusalOf(ceremonies.delete(seats.reviewer(Seats.PHYSICS), made.id(), 0)))
                .isEqualTo("CEREMONY_UNKNOWN");
        assertThat(refusalOf(ceremonies.list(physics, new CeremonyDesk.Filter(Seats.MATHS, null, null, null), null, 9)))
                .isEqualTo("ORGANISATION_UNKNOWN");
        assertThat(refusalOf(oaths.candidates(ZHAO_MIN, new OathDesk.Wanted(People.MATHS_2301, null, null), null, 9)))
                .isEqualTo("ORGANISATION_UNKNOWN");
        long another = value(ceremonies.open(ZHANG_SAN, made.id())).photos().get(0);
        Registration next = people.someoneApproved(aProfile(), ZHANG_SAN);
        Wish withMine = Ceremonies.of(List.of(next.id()), List.of(another)).wish();
        assertThat(refusalOf(ceremonies.record(ZHANG_SAN, withMine)))
                .as("a picture belongs to one record")
                .isEqualTo("PHOTO_UNKNOWN");
        long hers = Ceremonies.photo(pictures, CHEN_JING);
        assertThat(refusalOf(ceremonies.record(
                        ZHANG_SAN,
                        Ceremonies.of(List.of(next.id()), List.of(hers)).wish())))
                .as("somebody else's picture")
                .isEqualTo("PHOTO_UNKNOWN");
    }

    /** Break: leave mayChange out of CeremonyChanging.whyNot, or the version out of it and CeremonyRows.change. */
    @Test
    void whoRecordedItOrAnAdminAboveChangesItAboutTheVersionTheySaw() {
        Ceremony made = value(ceremonies.record(ZHANG_SAN, fine.wish()));
        assertThat(refusalOf(ceremonies.change(LI_SI, made.id(), 0, fine.themed("改"))))
                .isEqualTo("CEREMONY_NOT_YOURS");
        assertThat(value(ceremonies.open(LI_SI, made.id())).mayChange()).isFalse();
        assertThat(value(ceremonies.change(ZHANG_SAN, made.id(), 0, fine.themed("改一")))
                        .version())
                .isEqualTo(1);
        assertThat(refusalOf(ceremonies.change(CHEN_JING, made.id(), 0, fine.themed("改二"))))
                .isEqualTo("CEREMONY_MOVED_ON");
        assertThat(value(ceremonies.change(CHEN_JING, made.id(), 1, fine.themed("改二")))
                        .version())
                .isEqualTo(2);
        assertThat(value(ceremonies.change(ZHANG_SAN, made.id(), 2, fine.themed("改二")))
                        .version())
                .as("nothing changed")
                .isEqualTo(2);
        Ceremony.Step last =
                value(ceremonies.open(ZHANG_SAN, made.id())).history().get(0);
        assertThat(last.who()).isEqualTo("陈静");
        assertThat(last.changes()).containsExactly(new Ceremony.Change("theme", "改一", "改二"));
        Caller.Viewer viewer = new Caller.Viewer(
                new Seat("org-account:9", "x", organisations.find(Seats.MATHS).orElseThrow(), Seat.Role.VIEWER));
        assertThat(value(ceremonies.open(viewer, made.id())).mayChange()).isFalse();
        assertThat(value(ceremonies.open(seats.viewer(Seats.PROVINCE), made.id()))
                        .mayChange())
                .isTrue();
    }

    @Test
    void membersAndPicturesComeAndGoAndADeletedRecordFreesThem() {
        Registration second = people.someoneApproved(aProfile(), ZHANG_SAN);
        Ceremony made = value(ceremonies.record(ZHANG_SAN, fine.wish()));
        long fresh = photo();
        Ceremony changed = value(ceremonies.change(
                ZHANG_SAN,
                made.id(),
                0,
                Ceremonies.of(List.of(second.id()), List.of(fresh)).wish()));
        assertThat(changed.oaths()).isEqualTo(1);
        assertThat(oaths.of(member.id())).isEmpty();
        assertThat(oaths.of(second.id())).isPresent();
        assertThat(value(ceremonies.open(ZHANG_SAN, made.id())).history().get(0).changes())
                .containsExactly(
                        new Ceremony.Change("members", "1 人", "1 人（新增 1，移除 1）"),
                        new Ceremony.Change("photos", "1 张", "1 张（新增 1，移除 1）"));
        value(ceremonies.record(LI_SI, of(member, LI_SI)));
        assertThat(refusalOf(ceremonies.delete(ZHANG_SAN, made.id(), 0))).isEqualTo("CEREMONY_MOVED_ON");
        value(ceremonies.delete(ZHANG_SAN, made.id(), 1));
        assertThat(refusalOf(ceremonies.open(ZHANG_SAN, made.id()))).isEqualTo("CEREMONY_UNKNOWN");
        assertThat(oaths.of(second.id())).isEmpty();
        pictures.sweep();
        assertThat(store.get(PictureDesk.key(fresh))).isEmpty();
        assertThat(audited(made, "ceremony.deleted")).isEqualTo(1);
    }

    /** Break: keep the file as it came in PictureDesk.look; leave opened() out of CeremonyOpenings.photo. */
    @Test
    void picturesAreDrawnAnewAndEveryOpeningIsOneLine() {
        Ceremony made = value(ceremonies.record(ZHANG_SAN, fine.wish()));
        long picture = fine.wish().photos().get(0);
        byte[] whole = value(ceremonies.photo(seats.viewer(Seats.MATHS), made.id(), picture, false));
        assertThat(whole).startsWith(0xff, 0xd8);
        assertThat(new String(whole, StandardCharsets.ISO_8859_1)).doesNotContain(Photos.PLACE);
        byte[] small = value(ceremonies.photo(seats.viewer(Seats.MATHS), made.id(), picture, true));
        assertThat(small).startsWith(0xff, 0xd8);
        assertThat(audited(made, "ceremony.viewed"))
                .as("nobody saw a picture before a line")
                .isEqualTo(1);
        value(ceremonies.open(seats.viewer(Seats.MATHS), made.id()));
        assertThat(audited(made, "ceremony.viewed")).isEqualTo(2);
        assertThat(refusalOf(ceremonies.photo(ZHANG_SAN, made.id(), 17, true))).isEqualTo("CEREMONY_UNKNOWN");
        assertThat(refusalOf(pictures.look("no picture".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("PHOTO_INVALID");
        assertThat(refusalOf(pictures.look(Photos.immense()))).isEqualTo("PHOTO_INVALID");
    }

    private Wish of(Registration someone) {
        return of(someone, ZHANG_SAN);
    }

    private Wish of(Registration someone, Caller.Staff who) {
        return Ceremonies.of(List.of(someone.id()), List.of(Ceremonies.photo(pictures, who)))
                .wish();
    }

    private long photo() {
        return Ceremonies.photo(pictures, ZHANG_SAN);
    }

    private int audited(Ceremony ceremony, String action) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM audit WHERE subject_kind = 'ceremony' AND subject_id = ? AND action = ?"
                        + " AND organisation_id = ?",
                Integer.class,
                ceremony.id(),
                action,
                ceremony.organisation().id());
    }

    private static List<Refusal> refusals(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusals();
    }
}
