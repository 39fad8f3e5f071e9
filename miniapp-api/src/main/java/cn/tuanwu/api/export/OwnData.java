package cn.tuanwu.api.export;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.Account;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.account.DeviceDesk;
import cn.tuanwu.account.LinkedDesk;
import cn.tuanwu.account.WeChatApp;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.registration.Edit;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.OwnProfile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers everything the system holds of the caller, as tables of words. */
@Component
class OwnData {
    private final AccountDesk accounts;
    private final DeviceDesk devices;
    private final RegistrationDesk registrations;
    private final OwnProfile profile;
    private final History history;
    private final LinkedDesk links;
    private final Clock clock;

    OwnData(
            AccountDesk accounts,
            DeviceDesk devices,
            RegistrationDesk registrations,
            OwnProfile profile,
            History history,
            LinkedDesk links,
            Clock clock) {
        this.accounts = accounts;
        this.devices = devices;
        this.registrations = registrations;
        this.profile = profile;
        this.history = history;
        this.links = links;
        this.clock = clock;
    }

    Copy of(Caller.OwnAccount caller) {
        List<Table> tables = new ArrayList<>();
        tables.add(account(caller));
        registrations.mine(caller).ifPresent(mine -> {
            tables.add(state(mine));
            tables.add(pairs(
                    "报到资料",
                    profile.of(caller).stream()
                            .map(line -> List.of(line.label(), line.value()))
                            .toList()));
            if (mine.edit() != null) {
                tables.add(edit(mine.edit()));
            }
        });
        tables.add(new Table(
                "办理记录",
                List.of("时间", "事项", "办理人", "说明"),
                history.of(caller).stream()
                        .map(step -> List.of(
                                time(step.at()), step.what().label(), words(step.who(), "您"), words(step.note(), "")))
                        .toList()));
        tables.add(new Table(
                "登录设备",
                List.of("设备", "登录时间", "最近使用"),
                devices.list(caller).stream()
                        .map(device -> List.of(device.label(), time(device.openedAt()), time(device.seenAt())))
                        .toList()));
        tables.add(new Table(
                "关联账号",
                List.of("账号来源", "关联时间", "说明"),
                links.list(caller).stream()
                        .map(link -> List.of(link.provider(), time(link.linkedAt()), "可用来登录"))
                        .toList()));
        return new Copy(
                "我的资料",
                "生成于 " + ChinaTime.minute(clock.instant()) + "。手机号和证件号码只显示首尾；含完整号码的全部数据请在“我的数据”中确认本人后导出。",
                tables);
    }

    private Table account(Caller.OwnAccount caller) {
        Account account = accounts.find(caller.accountId()).orElseThrow();
        return pairs(
                "账号",
                List.of(
                        List.of("手机号", account.phone().masked()),
                        List.of("学校", account.university().name()),
                        List.of("微信小程序", bound(caller, WeChatApp.MINI_PROGRAM)),
                        List.of("公众号", bound(caller, WeChatApp.OFFICIAL_ACCOUNT))));
    }

    private String bound(Caller.OwnAccount caller, WeChatApp app) {
        return accounts.openid(caller.accountId(), app).isPresent() ? "已绑定" : "未绑定";
    }

    private static Table state(Registration mine) {
        return pairs(
                "报到",
                List.of(
                        List.of("状态", words(mine.state())),
                        List.of(
                                "团支部",
                                mine.branch() == null ? "未选" : mine.branch().name()),
                        List.of(
                                "实名认证",
                                mine.realName() == null
                                        ? "未开始"
                                        : mine.realName().state().label()),
                        List.of("提交时间", time(mine.submittedAt())),
                        List.of("审核时间", time(mine.decidedAt())),
                        List.of("审核人", words(mine.decidedBy(), "无")),
                        List.of(
                                "退回原因",
                                mine.returned() == null ? "无" : mine.returned().text())));
    }

    private static Table edit(Edit edit) {
        return new Table(
                edit.kind().label(),
                List.of("项目", "原来", "改为"),
                edit.changes().stream()
                        .map(change -> List.of(change.label(), change.before(), change.after()))
                        .toList());
    }

    private static String words(Registration.State state) {
        return switch (state) {
            case DRAFT -> "草稿";
            case PENDING -> "待审核";
            case RETURNED -> "已退回";
            case WITHDRAWN -> "已撤回";
            case APPROVED -> "已通过";
            case EDIT_PENDING -> "资料修改待审核";
            case EDIT_RETURNED -> "资料修改被退回";
            case LEFT_AT_28 -> "已超龄离团";
            case LEFT_VOLUNTARILY -> "已退团";
            case LEFT_OUTSIDE -> "已转出省外";
        };
    }

    private static Table pairs(String title, List<List<String>> rows) {
        return new Table(title, List.of("项目", "内容"), rows);
    }

    private static String time(Instant at) {
        return at == null ? "无" : ChinaTime.minute(at);
    }

    private static String words(String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    record Copy(String title, String note, List<Table> tables) {
        /** Everything that has to be drawn. */
        List<String> texts() {
            List<String> texts = new ArrayList<>(List.of(title, note, "0123456789/ "));
            tables.forEach(table -> {
                texts.add(table.title());
                texts.addAll(table.head());
                table.rows().forEach(texts::addAll);
            });
            return texts;
        }
    }

    record Table(String title, List<String> head, List<List<String>> rows) {}
}
