package cn.tuanwu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.file.FileStore.Unavailable;
import cn.tuanwu.support.OssStub;
import cn.tuanwu.support.OssStub.Fault;
import cn.tuanwu.support.OssStubObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bucket at OSS, against one that checks each signature, takes nothing unencrypted, and fails when told to. */
@Tag("forms")
class OssFilesTest {
    private static final String KEY = "form/17.pdf";
    private static final String PDF = "application/pdf";
    private static final int SILENCE = 800;

    private final OssStub stub = new OssStub();
    private final OssFiles files = files("an-oss-key-of-the-stub");

    @AfterEach
    void close() {
        files.destroy();
        stub.close();
    }

    /** Break: leave out the server-side encryption in OssPut. */
    @Test
    void aFileIsKeptEncryptedAndReadAgain() {
        byte[] content = bytes(300_000);
        files.put(KEY, content, PDF);
        assertThat(files.get(KEY)).hasValue(content);
        assertThat(stub.objects().get(KEY).type()).isEqualTo(PDF);
        assertThat(stub.refusals()).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotThereAndDroppingItIsNoFault() {
        assertThat(files.get(KEY)).isEmpty();
        files.drop(KEY);
    }

    @Test
    void aLargeFileGoesInPartsAndIsWhole() {
        byte[] content = bytes(2 * OssPut.PART + 123_457);
        files.put(KEY, content, PDF);
        OssStubObject kept = stub.objects().get(KEY);
        assertThat(kept.content()).isEqualTo(content);
        assertThat(kept.md5()).endsWith("-3");
        assertThat(stub.openUploads()).isZero();
    }

    @Test
    void keysAreListedInTheirOrderFromWhereOneStopped() {
        for (int id : new int[] {3, 1, 2}) {
            files.put("form/" + id + ".pdf", bytes(10), PDF);
        }
        files.put("capture/1.jpg", bytes(10), "image/jpeg");
        assertThat(files.list("form/", "form/1.pdf", 10))
                .extracting(FileStore.Kept::key)
                .containsExactly("form/2.pdf", "form/3.pdf");
    }

    /** Break: `same` answers true. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOSE", "CORRUPT"})
    void whatOssLosesOrSpoilsIsNotTakenAsKept(Fault fault) {
        stub.fail(fault, fault);
        assertThatThrownBy(() -> files.put(KEY, bytes(1_000), PDF)).isInstanceOf(Unavailable.class);
    }

    /** Break: compare only lengths of what went in parts. */
    @Test
    void aSpoiltPartIsNoticedAlthoughItsOwnAnswerWasGood() {
        byte[] content = bytes(OssPut.PART + 1_000);
        stub.fail(Fault.NONE, Fault.CORRUPT);
        assertThatThrownBy(() -> files.put(KEY, content, PDF)).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DOWN", "FORBIDDEN", "RESET"})
    void aBucketThatRefusesIsUnavailableAndKeepsNothing(Fault fault) {
        stub.fail(fault, fault, fault);
        assertThatThrownBy(() -> files.put(KEY, bytes(1_000), PDF))
                .isInstanceOf(Unavailable.class)
                .hasMessageNotContainingAny(OssStub.SECRET, OssStub.KEY_ID);
        assertThat(stub.objects()).isEmpty();
    }

    /** The answer stays away, the object is there: a sweeper's work, not a member's form. */
    @Test
    void aBucketThatStallsIsUnavailableSoon() {
        stub.fail(Fault.STALL, Fault.STALL);
        long from = System.nanoTime();
        assertThatThrownBy(() -> files.put(KEY, bytes(1_000), PDF)).isInstanceOf(Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void anUploadInPartsThatFailsLeavesNoPartsBehind() {
        stub.fail(Fault.NONE, Fault.NONE, Fault.FORBIDDEN);
        assertThatThrownBy(() -> files.put(KEY, bytes(2 * OssPut.PART), PDF)).isInstanceOf(Unavailable.class);
        assertThat(stub.openUploads()).isZero();
        assertThat(stub.objects()).isEmpty();
    }

    @Test
    void aWrongKeyOpensNothing() {
        OssFiles strangers = files("another-key");
        assertThatThrownBy(() -> strangers.put(KEY, bytes(10), PDF))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("SignatureDoesNotMatch");
        strangers.destroy();
    }

    @Test
    void aLinkLendsTheFileUnderItsNameUntilItEndsAndNothingElse() throws Exception {
        files.put(KEY, bytes(500), PDF);
        URI link = files.link(KEY, "张三+入团志愿书.pdf", Duration.ofMinutes(5));
        HttpResponse<byte[]> lent = fetch(link);
        assertThat(lent.statusCode()).isEqualTo(200);
        assertThat(lent.body()).isEqualTo(bytes(500));
        assertThat(lent.headers().firstValue("Content-Disposition"))
                .hasValue(
                        "inline; filename*=UTF-8''%E5%BC%A0%E4%B8%89%2B%E5%85%A5%E5%9B%A2%E5%BF%97%E6%84%BF%E4%B9%A6.pdf");
        assertThat(fetch(URI.create(link.toString().replace("17.pdf", "18.pdf")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(fetch(URI.create(link.toString().replaceFirst("expires=[0-9]+", "expires=9000")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(fetch(files.link(KEY, "x", Duration.ofSeconds(-1))).statusCode())
                .isEqualTo(403);
    }

    private OssFiles files(String secret) {
        return new OssFiles(
                new FileSettings.Oss(URI.create(stub.url()), OssStub.REGION, OssStub.BUCKET, OssStub.KEY_ID, secret),
                SILENCE);
    }

    private static HttpResponse<byte[]> fetch(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
