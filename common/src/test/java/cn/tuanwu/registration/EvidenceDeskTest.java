package cn.tuanwu.registration;

import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.Photos;
import cn.tuanwu.support.RoomTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Pictures that support a correction. */
@RoomTest
@Tag("registration")
class EvidenceDeskTest {
    @Autowired
    EvidenceDesk evidence;

    @Autowired
    EditDesk edits;

    @Autowired
    PhotoShelf shelf;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    private Caller.OwnAccount caller;

    @BeforeEach
    void anApprovedMember() {
        caller = approved();
    }

    /** Break: in EvidenceDesk.attach, answer empty always; in PhotoRows.attach, leave the account out. */
    @Test
    void aCorrectionTakesTheMembersOwnPicturesAndNoOthers() {
        long mine = value(evidence.keep(caller, Photos.jpeg(40, 30)));
        long anothers = value(evidence.keep(approved(), Photos.jpeg(40, 30)));
        assertThat(refusalOf(correct(List.of(mine, anothers)))).isEqualTo("PHOTO_UNKNOWN");
        Registration waiting = value(correct(List.of(mine)));
        assertThat(evidence.of(waiting.edit().id())).containsExactly(mine);
        assertThat(evidence.open(ZHANG_SAN, waiting.edit().id(), mine))
                .hasValueSatisfying(picture -> assertThat(picture).startsWith(0xff, 0xd8));
        assertThat(evidence.open(ZHANG_SAN, waiting.edit().id(), anothers)).isEmpty();
    }

    /** Break: in EvidenceDesk.keep, put the picture on the shelf as it is. */
    @Test
    void whatRestsOnTheShelfIsSealed() {
        long photo = value(evidence.keep(caller, Photos.jpeg(40, 30)));
        assertThat(new String(shelf.get(photo).orElseThrow(), StandardCharsets.ISO_8859_1))
                .doesNotContain("JFIF", "/9j/");
    }

    /** Break: in EvidenceDesk.keep, don't ask Business. */
    @Test
    void onlyWhoMayAskForACorrectionHandsInPictures() {
        Caller.OwnAccount pending = new Caller.OwnAccount(
                people.someoneSubmitted(aProfile(), Result.MATCH).accountId());
        assertThat(refusalOf(evidence.keep(pending, Photos.jpeg(40, 30)))).isEqualTo("REGISTRATION_PENDING");
        assertThat(refusalOf(evidence.keep(caller, "GIF89a".getBytes()))).isEqualTo("PHOTO_INVALID");
    }

    /** Break: in EvidenceDesk, let MOST be 7. */
    @Test
    void sixPicturesAreEnough() {
        List<Long> seven = Stream.generate(() -> value(evidence.keep(caller, Photos.jpeg(8, 8))))
                .limit(7)
                .toList();
        assertThat(refusalOf(correct(seven))).isEqualTo("PHOTO_UNKNOWN");
        assertThat(evidence.of(value(correct(seven.subList(1, 7))).edit().id())).hasSize(6);
    }

    /** Break: in PhotoRows.looseBefore, forget that a picture may have been sent in. */
    @Test
    void whatIsNeverSentInIsGoneAfterADay() {
        long sent = value(evidence.keep(caller, Photos.jpeg(8, 8)));
        long left = value(evidence.keep(caller, Photos.jpeg(8, 8)));
        value(correct(List.of(sent)));
        database.update("UPDATE evidence_photo SET created_at = '2020-01-01' WHERE id IN (?, ?)", sent, left);
        evidence.sweep();
        assertThat(shelf.get(sent)).isPresent();
        assertThat(shelf.get(left)).isEmpty();
        assertThat(database.queryForObject("SELECT COUNT(*) FROM evidence_photo WHERE id = ?", Integer.class, left))
                .isZero();
    }

    private Caller.OwnAccount approved() {
        Registration member = people.someoneSubmitted(aProfile(), Result.MATCH);
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(member), new Decision.Approve()));
        return new Caller.OwnAccount(member.accountId());
    }

    private Outcome<Registration> correct(List<Long> photos) {
        Profile wish = new JsonMapper().convertValue(Map.of("name", "欧阳鸣"), Profile.class);
        return edits.correct(caller, wish, "户口簿第 3 页", photos);
    }
}
