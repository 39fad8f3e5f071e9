package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.callback.MemberPhone;
import cn.tuanwu.sandbox.weixin.LoginCodes;
import cn.tuanwu.sandbox.weixin.PhoneCodes;
import cn.tuanwu.sandbox.weixin.SubscribeQuotas;
import cn.tuanwu.sandbox.weixin.SubscribeTemplates;
import cn.tuanwu.sandbox.world.Members;
import cn.tuanwu.sandbox.world.WorldState.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A thumb on a member's phone, apart from the camera. */
@RestController
@RequestMapping("/sandbox/members")
class MemberApi {

    record Newcomer(String nickname) {}

    record Created(String id, String nickname, String oaOpenid, String miniOpenid) {}

    record Words(String text) {}

    record MenuKey(String key) {}

    record Code(String code) {}

    record Number(String phone) {}

    record Consent(List<String> templateIds, Boolean accept) {}

    record Answers(Map<String, String> result) {}

    record Told(boolean delivered, MessageView reply) {

        static Told of(MemberPhone.Told told) {
            return new Told(told.delivered(), told.reply() == null ? null : MessageView.of(told.reply()));
        }
    }

    private final Members members;
    private final MemberPhone phone;
    private final LoginCodes codes;
    private final SubscribeTemplates templates;
    private final SubscribeQuotas quotas;
    private final PhoneCodes phones;

    MemberApi(
            Members members,
            MemberPhone phone,
            LoginCodes codes,
            SubscribeTemplates templates,
            SubscribeQuotas quotas,
            PhoneCodes phones) {
        this.phones = phones;
        this.members = members;
        this.phone = phone;
        this.codes = codes;
        this.templates = templates;
        this.quotas = quotas;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody(required = false) Newcomer newcomer) {
        Member member = members.create(newcomer == null ? null : newcomer.nickname());
        return new Created(member.id(), member.nickname(), member.oaOpenid(), member.miniOpenid());
    }

    @PostMapping("/{id}/follow")
    Told follow(@PathVariable String id) {
        Member member = known(members, id);
        if (member.following()) {
            throw ActorRefusal.conflict("FOLLOWING", "已经关注了公众号");
        }
        return Told.of(phone.follow(member));
    }

    @PostMapping("/{id}/unfollow")
    Told unfollow(@PathVariable String id) {
        return Told.of(phone.unfollow(follower(id)));
    }

    @PostMapping("/{id}/messages")
    Told say(@PathVariable String id, @RequestBody Words words) {
        if (words.text() == null || words.text().isBlank()) {
            throw ActorRefusal.invalid("TEXT_EMPTY", "请输入要发送的内容");
        }
        return Told.of(phone.say(follower(id), words.text()));
    }

    @PostMapping("/{id}/menu")
    Told menu(@PathVariable String id, @RequestBody MenuKey menu) {
        return Told.of(phone.menu(follower(id), menu.key() == null ? "" : menu.key()));
    }

    @PostMapping("/{id}/login-code")
    Code loginCode(@PathVariable String id) {
        return new Code(codes.issue(known(members, id).miniOpenid()));
    }

    /** The member agreed that the mini-program learns the phone number. */
    @PostMapping("/{id}/phone-code")
    Code phoneCode(@PathVariable String id, @RequestBody Number number) {
        if (number.phone() == null || !number.phone().matches("1[0-9]{10}")) {
            throw ActorRefusal.invalid("PHONE_INVALID", "请给出 11 位手机号");
        }
        return new Code(phones.issue(known(members, id).miniOpenid(), number.phone()));
    }

    @PostMapping("/{id}/subscriptions")
    Answers subscribe(@PathVariable String id, @RequestBody Consent consent) {
        Member member = known(members, id);
        List<String> asked = consent.templateIds() == null ? List.of() : consent.templateIds();
        boolean accepted = Boolean.TRUE.equals(consent.accept());
        Map<String, String> result = new LinkedHashMap<>();
        for (String template : asked) {
            if (templates.find(template).isEmpty()) {
                throw ActorRefusal.invalid("TEMPLATE_UNKNOWN", "小程序没有选用模板 " + template);
            }
            result.put(template, accepted ? "accept" : "reject");
        }
        if (accepted) {
            result.keySet().forEach(template -> quotas.add(member.miniOpenid(), template));
        }
        return new Answers(result);
    }

    static Member known(Members members, String id) {
        return members.find(id).orElseThrow(() -> ActorRefusal.unknown("MEMBER_UNKNOWN", "没有微信用户 " + id));
    }

    private Member follower(String id) {
        Member member = known(members, id);
        if (!member.following()) {
            throw ActorRefusal.conflict("NOT_FOLLOWING", "还没有关注公众号");
        }
        return member;
    }
}
