package cn.tuanwu.account;

import static cn.tuanwu.support.People.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@Tag("registration")
class LinkedEndsTest {

    @Autowired
    LinkedDesk linked;

    @Autowired
    PhoneBinding phones;

    @Autowired
    AccountClosing closing;

    @Autowired
    People people;

    @Autowired
    Tx tx;

    private final LinkedSubject elsewhere =
            new LinkedSubject("qnzs", "https://qnzs.example", "subject " + Identities.phone());
    private Caller.OwnAccount owner;

    @BeforeEach
    void someoneLinkedAnAccountElsewhere() {
        owner = people.someoneRegistered();
        value(linked.link(owner, elsewhere));
    }

    /** Break: leave HandedOver out of LinkedEnds. */
    @Test
    void anAccountThatMovesToAnotherPhoneIsNotOpenedFromElsewhereAnyMore() {
        Phone other = Phone.read(Identities.phone()).orElseThrow();
        tx.run(() -> phones.handOver(owner.accountId(), other, phones.baggageOf(other)));
        assertThat(linked.account(elsewhere)).isEmpty();
        assertThat(linked.list(owner)).isEmpty();
    }

    /** Break: leave Closed out of LinkedEnds. */
    @Test
    void anAccountThatIsClosedLeavesNoLink() {
        tx.run(() -> closing.close(owner.accountId()));
        assertThat(linked.list(owner)).isEmpty();
    }
}
