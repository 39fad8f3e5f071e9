package cn.tuanwu.ceremony;

import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.photo.PhotoDesk;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.support.FaultyStore;
import cn.tuanwu.support.People;
import cn.tuanwu.support.Photos;
import cn.tuanwu.support.RoomTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A store that fails or loses an answer leaves no half of a record. */
@RoomTest
@Tag("transfers")
class CeremonyStoreTest {
    @Autowired
    CeremonyDesk ceremonies;

    @Autowired
    PictureDesk pictures;

    @Autowired
    CeremonyPhotoRows rows;

    @Autowired
    CeremonyRows ceremonyRows;

    @Autowired
    CeremonyReaches reaches;

    @Autowired
    PhotoDesk photos;

    @Autowired
    Ids ids;

    @Autowired
    Tx tx;

    @Autowired
    FaultyStore store;

    @Autowired
    People people;

    @AfterEach
    void heal() {
        store.heal();
    }

    /** Break: in PictureDesk.look, answer the id although the store did not. */
    @Test
    void aPictureThatIsNotKeptIsNoneAndTheRecordStaysWhatItWas() {
        Registration member = people.someoneApproved(aProfile(), ZHANG_SAN);
        long kept = Ceremonies.photo(pictures, ZHANG_SAN);
        store.failNext(1);
        assertThat(refusalOf(pictures.look(Photos.jpeg(300, 200)))).isEqualTo("CEREMONY_STORAGE_DOWN");
        store.loseNextAnswers(1);
        assertThat(refusalOf(pictures.look(Photos.jpeg(300, 200)))).isEqualTo("CEREMONY_STORAGE_DOWN");
        Ceremony made = value(ceremonies.record(
                ZHANG_SAN, Ceremonies.of(List.of(member.id()), List.of(kept)).wish()));
        store.goDown();
        assertThat(refusalOf(ceremonies.photo(ZHANG_SAN, made.id(), kept, true)))
                .isEqualTo("CEREMONY_STORAGE_DOWN");
        assertThat(value(ceremonies.open(ZHANG_SAN, made.id())).photos())
                .as("all but the pictures can be read")
                .containsExactly(kept);
        value(ceremonies.delete(ZHANG_SAN, made.id(), 0));
        pictures.sweep();
        store.heal();
        sweptIn(Duration.ofHours(25));
        assertThat(left()).isEmpty();
    }

    /** Break: leave looseBefore or dropOrphans out of PictureDesk.sweep. */
    @Test
    void whatNobodyRecordsIsGoneAfterADayAndWhatIsRecordedStays() {
        Registration member = people.someoneApproved(aProfile(), ZHANG_SAN);
        long recorded = Ceremonies.photo(pictures, ZHANG_SAN);
        value(ceremonies.record(
                ZHANG_SAN,
                Ceremonies.of(List.of(member.id()), List.of(recorded)).wish()));
        long loose = Ceremonies.photo(pictures, ZHANG_SAN);
        long stranded = value(pictures.look(Photos.jpeg(200, 200)));
        store.put("ceremony/nobody.jpg", new byte[] {1}, "image/jpeg");
        pictures.sweep();
        assertThat(left()).hasSize(4);
        sweptIn(Duration.ofHours(25));
        assertThat(left()).containsExactly(PictureDesk.key(recorded)).doesNotContain(PictureDesk.key(stranded));
        assertThat(rows.known(List.of(loose, recorded))).containsExactly(recorded);
    }

    @Test
    void whatNobodyTookInCanBeDroppedAtOnce() {
        long looked = value(pictures.look(Photos.jpeg(200, 200)));
        assertThat(left()).contains(PictureDesk.key(looked));
        pictures.drop(looked);
        assertThat(left()).doesNotContain(PictureDesk.key(looked));
        store.goDown();
        pictures.drop(looked);
    }

    private void sweptIn(Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        new PictureDesk(rows, ceremonyRows, reaches, photos, store, ids, clock, tx).sweep();
    }

    private List<String> left() {
        return store.list("ceremony/", "", 1000).stream()
                .map(FileStore.Kept::key)
                .toList();
    }
}
