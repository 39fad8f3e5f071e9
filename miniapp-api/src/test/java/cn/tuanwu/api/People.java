package cn.tuanwu.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealNameDesk;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** People for the tests: each with a phone and a document of their own. */
public final class People {
    public static final String PASSWORD = "riverside-Birch-42";
    private static final List<String> DISTRICTS = List.of(
            "440103", "440104", "440105", "440106", "440111", "440112", "440113", "440114", "440115", "440117",
            "440118");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private People() {}

    public static String phone() {
        return "139" + String.format("%08d", 10_000_000 + COUNT.incrementAndGet());
    }

    /** A resident identity number of someone born on that day, with the right check character. */
    public static String residentId(LocalDate born) {
        int count = COUNT.incrementAndGet();
        // A district has a thousand numbers for one day.
        String district = DISTRICTS.get(count / 1000 % DISTRICTS.size());
        String front = district + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", count % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (front.charAt(i) - '0') * weights[i];
        }
        return front + "10X98765432".charAt(sum % 11);
    }

    /** Asks for a code and reads the SMS. */
    public static String smsCode(String phone) {
        Client.Answer sent = RunningApi.client().post("/api/sms-codes", Map.of("phone", phone, "purpose", "REGISTER"));
        assertThat(sent.status()).isEqualTo(202);
        return smsReceived(phone);
    }

    /** Asks for a code of another kind, however shortly after the last one, and reads the SMS. */
    public static String smsCode(String phone, String purpose) {
        Tables.run(RunningApi.DATABASE, "UPDATE sms_pace SET last_at = '2000-01-01'");
        Client.Answer sent = RunningApi.client().post("/api/sms-codes", Map.of("phone", phone, "purpose", purpose));
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        return smsReceived(phone);
    }

    public static String smsReceived(String phone) {
        SmsCodes codes = RunningApi.bean(SmsCodes.class);
        return Tables.rows("SELECT id FROM sms_code ORDER BY id DESC").stream()
                .flatMap(id -> codes.message(Long.parseLong(id)).stream())
                .filter(message -> message.phone().number().equals(phone))
                .findFirst()
                .orElseThrow()
                .code();
    }

    public static Map<String, Object> wish(String phone, String smsCode) {
        return new HashMap<>(Map.of(
                "phone", phone, "smsCode", smsCode, "password", PASSWORD, "universityId", "1", "loginCode", "none!"));
    }

    /** Someone with an account, signed in. */
    public static Client member() {
        return member(phone());
    }

    public static Client member(String phone) {
        Client.Answer made = RunningApi.client().post("/api/accounts", wish(phone, smsCode(phone)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return RunningApi.client().with(made.text("/session"));
    }

    /** A committee at the console: sx-tuanwei of the mathematicians, wl-tuanwei of the physicists. */
    public static Client committee(String login) {
        return RunningApi.client().with(Authenticator.signIn(login, "Demo-2026-tuan"));
    }

    /** Someone of the corp, come through WeChat Work: zhangsan and lisi of 1001, zhaomin of 1002, chenjing above. */
    public static Client staff(String userid) {
        Client.Answer signedIn = arrives(userid + "-" + COUNT.incrementAndGet());
        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(201);
        return RunningApi.client().with(signedIn.text("/session"));
    }

    /** A page comes back from the authorisation page with this code. */
    public static Client.Answer arrives(String code) {
        Client.Answer begun = RunningApi.client().get("/api/work/sign-in");
        return RunningApi.client()
                .post(
                        "/api/work/sessions",
                        Map.of("code", code, "state", begun.text("/state"), "proof", begun.text("/proof")));
    }

    /** A profile without faults for the branch 1001, of a person of their own. */
    public static Map<String, Object> profile() {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("name", "欧阳·娜娜");
        profile.put("documentKind", "RESIDENT_ID");
        profile.put("documentNumber", residentId(LocalDate.of(2004, 5, 6)));
        profile.put("joinMonth", "2019-05");
        profile.put("memberNumber", String.format("2019%08d", COUNT.incrementAndGet()));
        profile.put("branchId", "1001");
        profile.put("ethnicity", "01");
        profile.put("politicalStatus", "03");
        profile.put("fullTimeEducation", "21");
        profile.put("occupation", "06");
        return profile;
    }

    public static Map<String, Object> profileWith(String field, Object value) {
        Map<String, Object> profile = profile();
        profile.put(field, value);
        return profile;
    }

    /** The provider's answers come in, as the worker would bring them. */
    public static void everyRealNameCheckIs(RealName.Result result) {
        RealNameDesk desk = RunningApi.bean(RealNameDesk.class);
        Tables.rows("SELECT id FROM realname_check WHERE state = 'CHECKING'")
                .forEach(id -> desk.work(Long.parseLong(id), (name, number) -> result));
    }
}
