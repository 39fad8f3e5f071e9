package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.wire.WireNote;
import cn.tuanwu.sandbox.world.Chats;
import cn.tuanwu.sandbox.world.Members;
import cn.tuanwu.sandbox.world.WorldState.Member;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Messages of the official account outside a passive reply (客服消息). */
@Component
class CustomerMessages {

    private static final int TEXT_BYTES = 2048;

    private final Members members;
    private final Chats chats;
    private final ServiceWindows windows;

    CustomerMessages(Members members, Chats chats, ServiceWindows windows) {
        this.members = members;
        this.chats = chats;
        this.windows = windows;
    }

    ApiAnswer send(ObjectNode message) {
        Optional<Member> member = members.byOaOpenid(message.path("touser").asString(""));
        if (member.isEmpty()) {
            return ApiAnswer.refused(40003, "invalid openid");
        }
        if (!message.path("msgtype").asString("").equals("text")) {
            return ApiAnswer.refused(40008, "invalid message type");
        }
        String content = message.path("text").path("content").asString("");
        if (content.isBlank()) {
            return ApiAnswer.refused(44004, "empty content");
        }
        if (content.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
            return ApiAnswer.refused(45002, "content size out of limit");
        }
        return windows.spend(member.get().oaOpenid()).orElseGet(() -> {
            chats.told(member.get().id(), content);
            WireNote.title("公众号向 " + member.get().nickname() + " 发送客服消息");
            return ApiAnswer.ok();
        });
    }
}
