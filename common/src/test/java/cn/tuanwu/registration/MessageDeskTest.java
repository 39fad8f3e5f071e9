package cn.tuanwu.registration;

import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What a member was told, to be read again. */
@RoomTest
@Tag("registration")
class MessageDeskTest {
    private static final Profile PARTY_MEMBER =
            new JsonMapper().convertValue(Map.of("politicalStatus", "02"), Profile.class);

    @Autowired
    MessageDesk messages;

    @Autowired
    EditDesk edits;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    People people;

    /** Break: in MessageDesk.Rows.TOLD, leave out that somebody else did it; or whose it is. */
    @Test
    void theDecisionsOfOthersAreToldInSentencesNewestFirstAndNobodyElsesAre() {
        Registration member = people.someoneSubmitted(aProfile(), Result.MATCH);
        Caller.OwnAccount caller = new Caller.OwnAccount(member.accountId());
        assertThat(told(caller)).as("the member's own deeds are no news").isEmpty();
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(member), new Decision.Approve()));
        value(edits.change(caller, PARTY_MEMBER));
        value(reviews.decideOnPhone(
                LI_SI, people.openTaskOf(member), new Decision.SendBack(ReturnReason.PROFILE_WRONG)));
        assertThat(told(caller))
                .containsExactly(
                        "李四 退回了您的资料修改，原因：" + ReturnReason.PROFILE_WRONG.text() + "。原资料不变，您可以修改后重新提交。",
                        "张三 审核通过了您的报到，您已完成报到，可以查看认证资料和电子团员证。");
        Registration other = people.someoneSubmitted(aProfile(), Result.MATCH);
        assertThat(told(new Caller.OwnAccount(other.accountId()))).isEmpty();
    }

    /** Break: in MessageDesk.Rows.markRead, set the mark without GREATEST. */
    @Test
    void whatWasReadStaysReadAndPagesFollowOneAnother() {
        Registration member = people.someoneSubmitted(aProfile(), Result.MATCH);
        Caller.OwnAccount caller = new Caller.OwnAccount(member.accountId());
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(member), new Decision.Approve()));
        value(edits.change(caller, PARTY_MEMBER));
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(member), new Decision.Approve()));
        MessageDesk.Message newest = messages.told(caller, Long.MAX_VALUE, 1).get(0);
        MessageDesk.Message older = messages.told(caller, newest.id(), 9).get(0);
        assertThat(messages.unread(caller)).isEqualTo(2);
        messages.markRead(caller, newest.id());
        messages.markRead(caller, older.id());
        assertThat(messages.unread(caller)).isZero();
        assertThat(messages.told(caller, Long.MAX_VALUE, 9)).noneMatch(MessageDesk.Message::unread);
        assertThat(messages.told(caller, older.id(), 9)).isEmpty();
    }

    private List<String> told(Caller.OwnAccount caller) {
        return messages.told(caller, Long.MAX_VALUE, 20).stream()
                .map(MessageDesk.Message::text)
                .toList();
    }
}
