package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.fault.Fault;
import cn.tuanwu.sandbox.world.Contacts.Contact;
import cn.tuanwu.sandbox.world.WorldState;
import cn.tuanwu.sandbox.world.WorldState.App;
import cn.tuanwu.sandbox.world.WorldState.Media;
import cn.tuanwu.sandbox.world.WorldState.Member;
import cn.tuanwu.sandbox.world.WorldState.Notice;
import cn.tuanwu.sandbox.world.WorldState.RealNamePlan;
import cn.tuanwu.sandbox.world.WorldState.ResponseCode;
import cn.tuanwu.sandbox.world.WorldState.ServiceWindow;
import cn.tuanwu.sandbox.world.WorldState.Sms;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        List<Media> media,
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
            WindowView window,
            List<MessageView> chat,
            List<Notice> notices,
            List<Sms> sms) {}

    /** How often the official account may still write of its own accord, and until when; null when it may not. */
    record WindowView(int left, Instant until) {}

    record OperatorView(String userid, String name, String role, List<MessageView> chat) {}

    static StateView of(
            WorldState state, List<Contact> contacts, String publicUrl, List<Fault> faults, ClockView clock) {
        List<Sms> sms = newest(state.sms);
        return new StateView(
                state.version,
                publicUrl,
                state.members.values().stream()
                        .map(m -> member(state, m, sms, clock.now()))
                        .toList(),
                contacts.stream()
                        .map(c ->
                                new OperatorView(c.userid(), c.name(), c.role(), chat(state, c.userid(), clock.now())))
                        .toList(),
                sms,
                state.realName,
                Map.copyOf(state.menus),
                newest(state.media.values().stream()
                        .filter(media ->
                                media.expiresAt() == null || media.expiresAt().isAfter(clock.now()))
                        .toList()),
                faults,
                clock);
    }

    /** Nobody tells WeChat which number a phone has, so every phone shows every text message. */
    private static MemberView member(WorldState state, Member member, List<Sms> sms, Instant now) {
        return new MemberView(
                member.id(),
                member.nickname(),
                member.oaOpenid(),
                member.miniOpenid(),
                member.following(),
                window(state, member.oaOpenid(), now),
                chat(state, member.id(), now),
                newest(state.notices.getOrDefault(member.id(), List.of())),
                sms);
    }

    private static WindowView window(WorldState state, String openid, Instant now) {
        List<ServiceWindow> open = state.windows.getOrDefault(openid, Map.of()).values().stream()
                .filter(window -> window.until().isAfter(now) && window.left() > 0)
                .toList();
        return open.stream()
                .map(ServiceWindow::until)
                .max(Comparator.naturalOrder())
                .map(until -> new WindowView(
                        open.stream().mapToInt(ServiceWindow::left).sum(), until))
                .orElse(null);
    }

    private static List<MessageView> chat(WorldState state, String owner, Instant now) {
        Set<String> changeable = state.responseCodes.values().stream()
                .filter(code -> !code.used() && code.expiresAt().isAfter(now))
                .map(ResponseCode::taskId)
                .collect(Collectors.toSet());
        return newest(state.chats.getOrDefault(owner, List.of())).stream()
                .map(message -> MessageView.of(message, changeable))
                .toList();
    }

    private static <T> List<T> newest(List<T> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - SHOWN), all.size()));
    }
}
