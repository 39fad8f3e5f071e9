package cn.tuanwu.bot.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.bot.support.Phones.Answer;
import cn.tuanwu.bot.support.Phones.Sealed;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.InviteDesk;
import cn.tuanwu.invite.ScanDesk;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.support.People;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** From an invitation to the link in the chat. */
@BotTest
@Tag("story")
class ScanTest {
    private static final Pattern LINK = Pattern.compile("<a href=\"https://tuan\\.example\\.org/i(/[\\w-]+)?\""
            + " data-miniprogram-appid=\"wxtestminiapp\""
            + " data-miniprogram-path=\"pages/start/start\\?(?:invite=([\\w-]+)&)?scan=([\\w-]+)\">点此开始报到</a>");

    @Autowired
    Phones phones;

    @Autowired
    InviteDesk invitations;

    @Autowired
    ScanDesk scans;

    @Autowired
    OrgDesk organisations;

    @Autowired
    JdbcTemplate database;

    @Test
    void anInvitationGetsItsQrCodeFromThePlatform() {
        Invitation invitation = anInvitation();
        await().until(() -> invitations.get(invitation.id()).orElseThrow().state() == Invitation.State.READY);
        assertThat(invitations.get(invitation.id()).orElseThrow().url()).isEqualTo("http://weixin.qq.com/q/abc");
    }

    @Test
    void aScanIsAnsweredWithTheLinkOfTheBranch() {
        Invitation invitation = anInvitation();
        Answer answer = phones.scan("openid-scan", invitation.code());
        assertThat(answer.message())
                .contains(
                        "<MsgType><![CDATA[text]]></MsgType>",
                        invitation.organisation().name());
        Matcher link = linkIn(answer);
        assertThat(link.group(2)).isEqualTo(invitation.code());
        assertThat(openidOf(link.group(3))).isEqualTo("openid-scan");
        assertThat(invitations.get(invitation.id()).orElseThrow().scans()).isEqualTo(1);
    }

    @Test
    void followingByTheCodeIsAnsweredAlike() {
        Invitation invitation = anInvitation();
        Answer answer = phones.send(phones.event("openid-new", "subscribe", "qrscene_" + invitation.code()));
        assertThat(linkIn(answer).group(2)).isEqualTo(invitation.code());
    }

    @Test
    void aScanToldTwiceCountsOnce() {
        Invitation invitation = anInvitation();
        Sealed scan = phones.event("openid-twice", "SCAN", invitation.code());
        phones.send(scan);
        assertThat(phones.send(scan).status()).isEqualTo(200);
        assertThat(invitations.get(invitation.id()).orElseThrow().scans()).isEqualTo(1);
    }

    @Test
    void aScanHandledTwiceCountsOnceToo() {
        Invitation invitation = anInvitation();
        String token = scans.scanned(invitation, "openid", "one and the same");
        assertThat(scans.scanned(invitation, "openid", "one and the same")).isEqualTo(token);
        assertThat(invitations.get(invitation.id()).orElseThrow().scans()).isEqualTo(1);
    }

    @Test
    void aRevokedOrUnknownCodeIsToldWhatToDo() {
        Invitation invitation = anInvitation();
        invitations.revoke(theCommittee(), invitation.id());
        assertThat(phones.scan("openid-late", invitation.code()).message()).contains("已停用");
        assertThat(phones.scan("openid-late", "no-such-code").message()).contains("没有找到这个报到码");
    }

    @Test
    void theKeywordOpensTheSameWayWithoutABranch() {
        Matcher link = linkIn(phones.say("openid-word", " 报到 "));
        assertThat(link.group(2)).isNull();
        assertThat(openidOf(link.group(3))).isEqualTo("openid-word");
        assertThat(linkIn(phones.send(phones.event("openid-menu", "CLICK", "报到")))
                        .group(2))
                .isNull();
        assertThat(linkIn(phones.send(phones.event("openid-search", "subscribe", "")))
                        .group(2))
                .isNull();
    }

    @Test
    void anythingElseIsHelpedAndLeavingIsNotAnswered() {
        assertThat(phones.say("openid-word", "帮助").message()).contains("回复“报到”");
        assertThat(phones.send(phones.event("openid-word", "unsubscribe", "")).raw())
                .isEqualTo("success");
    }

    private Invitation anInvitation() {
        return People.value(invitations.issue(
                theCommittee(), new InviteDesk.Wish(People.MATHS_2301, Invitation.Carrier.OA_TEMPORARY, 7, null)));
    }

    private Caller.Admin theCommittee() {
        return new Caller.Admin(
                new Seat("org-account:1", "数学学院团委", organisations.find(100).orElseThrow(), Seat.Role.ADMIN));
    }

    private String openidOf(String token) {
        return database.queryForObject("SELECT openid FROM invitation_scan WHERE token = ?", String.class, token);
    }

    private static Matcher linkIn(Answer answer) {
        Matcher link = LINK.matcher(answer.message());
        assertThat(link.find()).as(answer.message()).isTrue();
        return link;
    }
}
