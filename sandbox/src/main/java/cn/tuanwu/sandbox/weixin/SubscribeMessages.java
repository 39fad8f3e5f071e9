package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.weixin.SubscribeTemplates.Field;
import cn.tuanwu.sandbox.weixin.SubscribeTemplates.Template;
import cn.tuanwu.sandbox.wire.WireNote;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.Members;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.Member;
import cn.tuanwu.sandbox.world.WorldState.Notice;
import cn.tuanwu.sandbox.world.WorldState.NoticeField;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Subscribe messages of the mini-program (订阅消息). */
@Component
class SubscribeMessages {

    private final World world;
    private final Members members;
    private final SubscribeTemplates templates;
    private final SubscribeQuotas quotas;
    private final Ids ids;
    private final Clock clock;

    SubscribeMessages(
            World world, Members members, SubscribeTemplates templates, SubscribeQuotas quotas, Ids ids, Clock clock) {
        this.world = world;
        this.members = members;
        this.templates = templates;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    ApiAnswer send(ObjectNode message) {
        Optional<Member> member = members.byMiniOpenid(message.path("touser").asString(""));
        if (member.isEmpty()) {
            return ApiAnswer.refused(40003, "invalid openid");
        }
        Optional<Template> template = templates.find(message.path("template_id").asString(""));
        if (template.isEmpty()) {
            return ApiAnswer.refused(40037, "invalid template_id");
        }
        String page = message.path("page").asString("");
        if (page.startsWith("/")) {
            return ApiAnswer.refused(41030, "invalid page");
        }
        for (Field field : template.get().fields()) {
            if (!TemplateFields.fits(field.key(), value(message, field))) {
                return ApiAnswer.refused(47003, "argument invalid! data." + field.key() + ".value invalid");
            }
        }
        if (!quotas.spend(member.get().miniOpenid(), template.get().id())) {
            return ApiAnswer.refused(43101, "user refuse to accept the msg");
        }
        return deliver(member.get(), template.get(), message, page);
    }

    private ApiAnswer deliver(Member member, Template template, ObjectNode message, String page) {
        List<NoticeField> fields = template.fields().stream()
                .map(field -> new NoticeField(field.label(), value(message, field)))
                .toList();
        Notice notice = new Notice(ids.letters(12), clock.instant(), template.id(), template.title(), fields, page);
        world.alter(state -> state.notices
                .computeIfAbsent(member.id(), any -> new ArrayList<>())
                .add(notice));
        WireNote.title("小程序向 " + member.nickname() + " 发送订阅消息：" + template.title());
        return ApiAnswer.ok().with("msgid", ids.digits(18));
    }

    private static String value(ObjectNode message, Field field) {
        JsonNode given = message.path("data").path(field.key()).path("value");
        return given.asString("");
    }
}
