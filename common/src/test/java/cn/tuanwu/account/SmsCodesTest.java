package cn.tuanwu.account;

import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.RoomTest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@Tag("registration")
class SmsCodesTest {

    @Autowired
    SmsCodes codes;

    @Autowired
    Tx tx;

    /** Break: let SmsPace count the codes kept so far instead of asking for the phone's row. */
    @Test
    @DisplayName("§2 a code asked for while another is being kept waits for it, and is one too many")
    void theSecondOfTwoAtOnceWaitsAndIsRefused() throws Exception {
        String phone = Identities.phone();
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            Future<Outcome<Phone>> second = tx.write(() -> {
                value(codes.send(phone));
                Future<Outcome<Phone>> other = elsewhere.submit(() -> codes.send(phone));
                assertThatThrownBy(() -> other.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                return other;
            });
            assertThat(refusalOf(second.get())).isEqualTo("SMS_TOO_OFTEN");
        } finally {
            elsewhere.shutdownNow();
        }
    }
}
