package cn.tuanwu.account;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import cn.tuanwu.trace.Section.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** The account, where it is signed in, what opens it, when codes were sent to it. */
@Component
class AccountCopying implements Copying {
    private static final Map<String, String> APPS =
            Map.of(WeChatApp.MINI_PROGRAM.name(), "微信小程序", WeChatApp.OFFICIAL_ACCOUNT.name(), "公众号");

    private final Rows rows;
    private final AccountDesk accounts;
    private final Blind blind;

    AccountCopying(Rows rows, AccountDesk accounts, Blind blind) {
        this.rows = rows;
        this.accounts = accounts;
        this.blind = blind;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public List<Section> copy(Person person) {
        long id = person.accountId();
        Account account = accounts.find(id).orElseThrow();
        byte[] phone = blind.of("phone", account.phone().number());
        return List.of(
                new Section("account", "账号", List.of(account(account))),
                new Section(
                        "wechat",
                        "微信绑定",
                        rows.openids(id).stream().map(AccountCopying::wechat).toList()),
                new Section(
                        "linkedAccounts",
                        "关联账号",
                        rows.linked(id).stream()
                                .map(line -> timed("provider", "账号来源", line, "linkedAt", "关联时间"))
                                .toList()),
                new Section(
                        "devices",
                        "登录设备",
                        rows.devices(id).stream().map(AccountCopying::device).toList()),
                new Section(
                        "smsCodes",
                        "验证码短信",
                        rows.codes(phone).stream()
                                .map(line -> timed("purpose", "用途", line, "sentAt", "发送时间"))
                                .toList()));
    }

    private List<Field> account(Account account) {
        return row().with("id", "账号编号", account.id())
                .with("phone", "手机号", account.phone().number())
                .with("university", "学校", account.university().name())
                .with("createdAt", "注册时间", rows.createdAt(account.id()))
                .fields();
    }

    private static List<Field> wechat(Line line) {
        return row().with("app", "应用", APPS.getOrDefault(line.what, line.what))
                .with("openid", "用户标识", line.detail)
                .fields();
    }

    private static List<Field> device(Line line) {
        return row().with("device", "设备", line.what)
                .with("openedAt", "登录时间", line.at)
                .with("seenAt", "最近使用", line.seenAt)
                .with("endedAt", "退出时间", line.endedAt)
                .fields();
    }

    private static List<Field> timed(String key, String label, Line line, String timeKey, String timeLabel) {
        return row().with(key, label, line.what)
                .with(timeKey, timeLabel, line.at)
                .fields();
    }

    static class Line {
        String what;
        String detail;
        Instant at;
        Instant seenAt;
        Instant endedAt;
    }

    @Mapper
    interface Rows {
        @Select("SELECT created_at FROM account WHERE id = #{account}")
        Instant createdAt(long account);

        @Select("SELECT app AS what, openid AS detail FROM account_openid WHERE account_id = #{account}")
        List<Line> openids(long account);

        @Select(
                "SELECT provider AS what, linked_at AS at FROM account_linked WHERE account_id = #{account} ORDER BY id")
        List<Line> linked(long account);

        @Select("SELECT label AS what, opened_at AS at, seen_at, ended_at FROM account_device"
                + " WHERE account_id = #{account} ORDER BY id LIMIT 500")
        List<Line> devices(long account);

        @Select("SELECT purpose AS what, created_at AS at FROM sms_code WHERE phone_blind = #{phone}"
                + " ORDER BY id LIMIT 500")
        List<Line> codes(byte[] phone);
    }
}
