package cn.tuanwu.form;

import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.House;
import cn.tuanwu.support.OssStub;
import cn.tuanwu.support.OssStub.Fault;
import cn.tuanwu.support.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The bucket goes down in the middle of an upload, in every way a bucket can. */
@Tag("forms")
class FormInOssTest {
    private static final Caller.Staff OPERATOR = People.ZHANG_SAN;
    /** Goes in three parts. */
    private static final int LARGE = 9_000_000;

    private static OssStub bucket;
    private static House house;
    private static ConfigurableApplicationContext node;

    @BeforeAll
    static void start() throws Exception {
        bucket = new OssStub();
        house = new House();
        Map<String, Object> settings = new HashMap<>(bucket.settings());
        settings.put("tuanwu.form.patience", "PT3S");
        node = house.node(settings);
    }

    @AfterAll
    static void stop() {
        house.close();
        bucket.close();
    }

    /** Break: in Filing.file, settle whatever `stored` says. */
    @ParameterizedTest
    @CsvSource({"RESET, 3", "DOWN, 0", "FORBIDDEN, 2", "LOSE, 1", "CORRUPT, 1", "STALL, 1"})
    void aMembersFormIsWhatItWasAndTheSameUploadGoesThroughLater(Fault fault, int before) {
        long member = aMember();
        long first = file(member, paper(1)).id();
        int kept = bucket.objects().size();
        byte[] replacement = paper(2);
        failAfter(before, fault);
        assertThat(refusalOf(filed(member, replacement))).isEqualTo("FORM_STORAGE_DOWN");
        bucket.recover();
        assertThat(states(member)).containsExactly(Form.State.FORMAL);
        assertThat(desk().find(OPERATOR, first)).isPresent();

        assertThat(file(member, replacement).state()).isEqualTo(Form.State.WAITING);
        assertThat(bucket.openUploads()).isZero();
        assertThat(bucket.objects()).hasSize(kept + 1);
    }

    @Test
    void whatIsKeptIsOpenedAgainThroughTheBucket() {
        long member = aMember();
        Form form = file(member, paper(7));
        assertThat(value(desk().link(OPERATOR, form.id())).toString())
                .startsWith(bucket.url() + "/" + OssStub.BUCKET + "/form/" + form.id() + ".pdf?")
                .contains("x-oss-signature=");
    }

    private static void failAfter(int writes, Fault fault) {
        for (int i = 0; i < writes; i++) {
            bucket.fail(Fault.NONE);
        }
        bucket.fail(fault, fault, fault);
    }

    private static Form file(long member, byte[] paper) {
        return value(filed(member, paper));
    }

    private static Outcome<Form> filed(long member, byte[] paper) {
        return desk().file(OPERATOR, member, new FormDesk.Incoming(paper, paper, 4, Form.Source.CHAT));
    }

    private static List<Form.State> states(long member) {
        return desk().history(OPERATOR, member).stream().map(Form::state).toList();
    }

    private static FormDesk desk() {
        return node.getBean(FormDesk.class);
    }

    private static long aMember() {
        People people = node.getBean(People.class);
        Registration registration = people.someoneSubmitted(aProfile(), RealName.Result.MATCH);
        long task = people.openTaskOf(registration);
        value(node.getBean(ReviewDesk.class).decideOnPhone(OPERATOR, task, new Decision.Approve()));
        return registration.id();
    }

    /** Bytes that are nobody else's. */
    private static byte[] paper(int seed) {
        byte[] bytes = new byte[LARGE];
        new Random(seed + System.nanoTime()).nextBytes(bytes);
        return bytes;
    }
}
