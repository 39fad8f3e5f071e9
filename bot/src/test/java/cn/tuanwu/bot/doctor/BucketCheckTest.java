package cn.tuanwu.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.file.FileSettings;
import cn.tuanwu.support.OssStub;
import cn.tuanwu.support.OssStub.Fault;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be wrong with the bucket of the volunteer forms is said in one line, with its cure. */
@Tag("forms")
class BucketCheckTest {
    private final OssStub stub = new OssStub();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void aGoodBucketIsRightAndKeepsNothingOfTheProbe() {
        assertThat(line(OssStub.SECRET)).isEqualTo("文件存储：正常");
        assertThat(stub.objects()).isEmpty();
    }

    /** Break: BucketProbe does not ask who else may read. */
    @Test
    void aBucketOpenToEverybodyIsNoticed() {
        stub.openToAll();
        assertThat(line(OssStub.SECRET)).contains("Bucket 不是私有的");
    }

    @Test
    void aWrongSecretIsNamedWithItsSetting() {
        assertThat(line("another-secret")).contains("TUANWU_ALIYUN_ACCESS_KEY_SECRET");
    }

    @Test
    void aBucketThatMayNotBeWrittenIsNamed() {
        stub.fail(Fault.FORBIDDEN, Fault.FORBIDDEN);
        assertThat(line(OssStub.SECRET)).contains("没有读写权限");
    }

    @Test
    void aStoreThatIsNotThereIsNamed() {
        String nobody = stub.url();
        stub.close();
        assertThat(BucketCheck.judge(oss(nobody, OssStub.SECRET)).line()).contains("连不上 OSS");
    }

    private String line(String secret) {
        return BucketCheck.judge(oss(stub.url(), secret)).line();
    }

    private static FileSettings.Oss oss(String url, String secret) {
        return new FileSettings.Oss(URI.create(url), OssStub.REGION, OssStub.BUCKET, OssStub.KEY_ID, secret);
    }
}
