package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.fault.Fault;
import cn.tuanwu.sandbox.world.Contacts.Contact;
import cn.tuanwu.sandbox.world.WorldState;
import cn.tuanwu.sandbox.world.WorldState.App;
import cn.tuanwu.sandbox.world.WorldState.Member;
import cn.tuanwu.sandbox.world.WorldState.Notice;
import cn.tuanwu.sandbox.world.WorldState.RealNamePlan;
import cn.tuanwu.sandbox.world.WorldState.Sms;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Everything the sandbox page shows. */
record StateView(
        long version,
        String publicUrl,
        List<MemberView> members,
        List<OperatorView> operators,
        List<Sms> sms,
        RealNamePlan realname,
        Map<App, JsonNode> menus,
        List<Fault> faults,
        ClockView clock) {

    /** Long chats are shown from their newest end. */
    private static final int SHOWN = 100;

    record MemberView(
            String id,
            String nickname,
            String oaOpenid,
            String miniOpenid,
            boolean following,
            List<MessageView> chat,
            List<Notice> notices,
            List<Sms> sms) {}

    record OperatorView(String userid, String name, String role, List<MessageView> chat) {}

    static StateView of(
            WorldState state, List<Contact> contacts, String publicUrl, List<Fault> faults, ClockView clock) {
        List<Sms> sms = newest(state.sms);
        return new StateView(
                state.version,
                publicUrl,
                state.members.values().stream().map(m -> member(state, m, sms)).toList(),
                contacts.stream()
                        .map(c -> new OperatorView(c.userid(), c.name(), c.role(), chat(state, c.userid())))
                        .toList(),
                sms,
                state.realName,
                Map.copyOf(state.menus),
                faults,
                clock);
    }

    /** Nobody tells WeChat which number a phone has, so every phone shows every text message. */
    private static MemberView member(WorldState state, Member member, List<Sms> sms) {
        return new MemberView(
                member.id(),
                member.nickname(),
                member.oaOpenid(),
                member.miniOpenid(),
                member.following(),
                chat(state, member.id()),
                newest(state.notices.getOrDefault(member.id(), List.of())),
                sms);
    }

    private static List<MessageView> chat(WorldState state, String owner) {
        return newest(state.chats.getOrDefault(owner, List.of())).stream()
                .map(MessageView::of)
                .toList();
    }

    private static <T> List<T> newest(List<T> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - SHOWN), all.size()));
    }
}
