package cn.tuanwu.sandbox.callback;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.weixin.ServiceWindows;
import cn.tuanwu.sandbox.world.Chats;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.Members;
import cn.tuanwu.sandbox.world.VirtualClock;
import cn.tuanwu.sandbox.world.WorldState.ChatMessage;
import cn.tuanwu.sandbox.world.WorldState.Member;
import cn.tuanwu.sandbox.world.WorldState.QrTicket;
import cn.tuanwu.sandbox.world.WorldState.WindowKind;
import org.springframework.stereotype.Component;

/** What a person does with the official account in WeChat, told to the bot, and what they see in return. */
@Component
public class MemberPhone {

    /** {@code reply} is null when the bot only acknowledged; {@code subscribed} is true when this made a follower. */
    public record Told(boolean delivered, boolean subscribed, ChatMessage reply) {}

    private static final String OUT_OF_ORDER = "该公众号提供的服务出现故障，请稍后再试";

    private final Channel channel;
    private final CallbackSender sender;
    private final Members members;
    private final Chats chats;
    private final ServiceWindows windows;
    private final Ids ids;
    private final VirtualClock clock;

    MemberPhone(
            PlatformSettings settings,
            CallbackSender sender,
            Members members,
            Chats chats,
            ServiceWindows windows,
            Ids ids,
            VirtualClock clock) {
        this.channel = Channel.officialAccount(settings);
        this.sender = sender;
        this.members = members;
        this.chats = chats;
        this.windows = windows;
        this.ids = ids;
        this.clock = clock;
    }

    /** Follows first when the member does not follow yet; both ways the scene reaches the bot. */
    public Told scan(Member member, QrTicket code) {
        windows.open(member.oaOpenid(), WindowKind.ACTION);
        boolean fresh = members.follow(member.id(), true);
        Xml event = start(member, "event")
                .words("Event", fresh ? "subscribe" : "SCAN")
                .words("EventKey", (fresh ? "qrscene_" : "") + code.scene())
                .words("Ticket", code.ticket());
        String title = member.nickname() + (fresh ? " 扫码关注了公众号" : " 扫了公众号二维码");
        return tell(member, event.end(), title, fresh);
    }

    public Told follow(Member member) {
        windows.open(member.oaOpenid(), WindowKind.ACTION);
        members.follow(member.id(), true);
        String xml = start(member, "event")
                .words("Event", "subscribe")
                .words("EventKey", "")
                .end();
        return tell(member, xml, member.nickname() + " 关注了公众号", true);
    }

    /** The bot hears of it and cannot answer any more. */
    public Told unfollow(Member member) {
        members.follow(member.id(), false);
        windows.closeAll(member.oaOpenid());
        String xml = start(member, "event")
                .words("Event", "unsubscribe")
                .words("EventKey", "")
                .end();
        Delivery delivery =
                sender.deliver(channel, new Callback(xml, member.oaOpenid(), member.nickname() + " 取消关注了公众号"));
        return new Told(delivery.delivered(), false, null);
    }

    public Told say(Member member, String text) {
        windows.open(member.oaOpenid(), WindowKind.MESSAGE);
        chats.said(member.id(), text);
        String xml = start(member, "text")
                .words("Content", text)
                .number("MsgId", ids.digits(18))
                .end();
        return tell(member, xml, member.nickname() + " 给公众号发来文字", false);
    }

    public Told menu(Member member, String key) {
        windows.open(member.oaOpenid(), WindowKind.ACTION);
        String xml = start(member, "event")
                .words("Event", "CLICK")
                .words("EventKey", key)
                .end();
        return tell(member, xml, member.nickname() + " 点了公众号菜单 " + key, false);
    }

    private Told tell(Member member, String xml, String title, boolean subscribed) {
        Delivery delivery = sender.deliver(channel, new Callback(xml, member.oaOpenid(), title));
        if (!delivery.delivered() || delivery.problem() != null || !addressed(delivery, member)) {
            chats.told(member.id(), OUT_OF_ORDER);
            return new Told(delivery.delivered(), subscribed, null);
        }
        return new Told(
                true,
                subscribed,
                delivery.replyType().equals("text")
                        ? chats.told(member.id(), Xml.child(delivery.reply(), "Content"))
                        : null);
    }

    /** WeChat shows a reply only when sender and receiver are the message's, exchanged. */
    private boolean addressed(Delivery delivery, Member member) {
        return delivery.reply() == null
                || Xml.child(delivery.reply(), "ToUserName").equals(member.oaOpenid())
                        && Xml.child(delivery.reply(), "FromUserName").equals(channel.name());
    }

    private Xml start(Member member, String type) {
        return new Xml()
                .words("ToUserName", channel.name())
                .words("FromUserName", member.oaOpenid())
                .number("CreateTime", clock.callbacks().getEpochSecond())
                .words("MsgType", type);
    }
}
