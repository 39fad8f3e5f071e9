package cn.tuanwu.capture;

import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.capture.Batch.PageState;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.form.Form;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pages are an operator's own, and a worker that is killed doubles none of them. */
@RoomTest
@Tag("forms")
class CaptureDeskTest {
    private static final AtomicLong MESSAGES = new AtomicLong(1_000);

    @Autowired
    CaptureDesk captures;

    @Autowired
    PageDesk pages;

    @Autowired
    FetchDesk fetching;

    @Autowired
    FilingDesk filing;

    @Autowired
    FormDesk forms;

    @Autowired
    FileStore files;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void nobodyCollects() {
        database.update("UPDATE capture_batch SET state = 'DROPPED', open_staff = NULL WHERE state <> 'FILED'");
    }

    // Break: insert without IGNORE, or take a fresh origin for each call, in PageDesk.
    @Test
    void aWorkerKilledBetweenFetchAndEffectDoublesNoPage() throws IOException {
        long page = collected(ZHANG_SAN, Instant.now());
        byte[] photo = photo(1);
        fetching.received(page, photo);
        fetching.received(page, photo);
        Batch batch = captures.open(ZHANG_SAN).orElseThrow();
        assertThat(batch.pages()).hasSize(1);
        assertThat(batch.isReady()).isTrue();
        assertThat(fetching.due(page)).isEmpty();
        assertThat(captures.picture(ZHANG_SAN, batch.id(), page, true)).isPresent();
    }

    // Break: leave the drop out of FetchDesk.received.
    @Test
    void aPictureThatArrivesForAPageTakenOutIsNotKept() throws IOException {
        long page = collected(ZHANG_SAN, Instant.now());
        Batch batch = captures.open(ZHANG_SAN).orElseThrow();
        value(captures.takeOut(ZHANG_SAN, batch.id(), page));
        fetching.received(page, photo(2));
        assertThat(files.get("capture/" + page + ".jpg")).isEmpty();
        assertThat(captures.open(ZHANG_SAN).orElseThrow().pages()).isEmpty();
    }

    // Break: answer filed without asking before() in FilingDesk.attempt.
    @Test
    void aWorkerKilledAfterFilingFilesNothingTwice() throws IOException {
        long member = aMember();
        Batch batch = submitted(member);
        filing.file(batch.id());
        Form form = forms.history(ZHANG_SAN, member).get(0);
        database.update("UPDATE capture_batch SET state = 'FILING', form_id = NULL WHERE id = ?", batch.id());
        // The pictures of what is filed are dropped last, so the killed worker's successor finds them.
        files.put("capture/" + batch.pages().get(0).id() + ".jpg", kept, "image/jpeg");
        FilingDesk.Filed filed = filing.file(batch.id()).orElseThrow();
        assertThat(filed.batch().state()).isEqualTo(Batch.State.FILED);
        assertThat(filed.batch().formId()).isEqualTo(form.id());
        assertThat(forms.history(ZHANG_SAN, member)).hasSize(1);
    }

    @Test
    void aSubmissionTakesEveryPageOrNoneAndTheNextPictureBeginsAnew() throws IOException {
        long member = aMember();
        long page = collected(ZHANG_SAN, Instant.now());
        Batch batch = captures.open(ZHANG_SAN).orElseThrow();
        value(captures.choose(ZHANG_SAN, batch.id(), member));
        assertThat(refusalOf(captures.submit(ZHANG_SAN, batch.id(), Form.Source.CHAT)))
                .isEqualTo("CAPTURE_PAGES_NOT_READY");
        fetching.received(page, photo(3));
        value(captures.submit(ZHANG_SAN, batch.id(), Form.Source.CHAT));
        collected(ZHANG_SAN, Instant.now());
        assertThat(captures.open(ZHANG_SAN).orElseThrow().id()).isNotEqualTo(batch.id());
    }

    // Break: take any registration in BatchBook.whose.
    @Test
    void onlyAMemberTheOperatorFilesForCanBeChosenAndBatchesAreTheirOwners() {
        long member = aMember();
        collected(ZHAO_MIN, Instant.now());
        Batch batch = captures.open(ZHAO_MIN).orElseThrow();
        assertThat(refusalOf(captures.choose(ZHAO_MIN, batch.id(), member))).isEqualTo("CAPTURE_MEMBER_UNKNOWN");
        assertThat(captures.find(LI_SI, batch.id())).isEmpty();
        assertThat(refusalOf(captures.drop(LI_SI, batch.id()))).isEqualTo("CAPTURE_UNKNOWN");
    }

    @Test
    void aMessageToldTwiceAtOnceIsOnePage() {
        long message = MESSAGES.incrementAndGet();
        Instant now = Instant.now();
        List<CompletableFuture<Outcome<Long>>> told = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> pages.collect(LI_SI, now, Long.toString(message), "media-" + message)))
                .toList();
        told.forEach(CompletableFuture::join);
        assertThat(captures.open(LI_SI).orElseThrow().pages()).hasSize(1);
    }

    @Test
    void whatNobodyTouchedForThreeDaysIsForgotten() {
        long page = collected(LI_SI, Instant.now());
        Batch batch = captures.open(LI_SI).orElseThrow();
        database.update(
                "UPDATE capture_batch SET touched_at = DATE_SUB(UTC_TIMESTAMP(3), INTERVAL 73 HOUR) WHERE id = ?",
                batch.id());
        filing.sweep();
        assertThat(captures.open(LI_SI)).isEmpty();
        assertThat(fetching.due(page)).isEmpty();
    }

    private byte[] kept;

    private Batch submitted(long member) throws IOException {
        long page = collected(ZHANG_SAN, Instant.now());
        fetching.received(page, photo(4));
        kept = files.get("capture/" + page + ".jpg").orElseThrow();
        Batch batch = captures.open(ZHANG_SAN).orElseThrow();
        assertThat(batch.numbers(PageState.READY)).containsExactly(1);
        value(captures.choose(ZHANG_SAN, batch.id(), member));
        return value(captures.submit(ZHANG_SAN, batch.id(), Form.Source.PAGE));
    }

    private long collected(Caller.Staff operator, Instant sentAt) {
        long message = MESSAGES.incrementAndGet();
        return value(pages.collect(operator, sentAt, Long.toString(message), "media-" + message));
    }

    private long aMember() {
        Registration registration = people.someoneSubmitted(aProfile(), RealName.Result.MATCH);
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(registration), new Decision.Approve()));
        return registration.id();
    }

    /** White paper on a dark desk. */
    private static byte[] photo(int number) throws IOException {
        BufferedImage photo = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(new Color(70, 60, 50));
        pen.fillRect(0, 0, 1200, 1600);
        pen.setColor(new Color(240, 240, 236));
        pen.fillRect(110, 107, 980, 1386);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 30));
        for (int line = 0; line < 26; line++) {
            pen.drawString(
                    "Page " + number + " line " + line + " of a volunteer form, small print", 170, 190 + line * 48);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
