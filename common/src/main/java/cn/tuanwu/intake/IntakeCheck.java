package cn.tuanwu.intake;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.registration.RegistrationDesk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Judges the lines of one sheet by the rules of registration, and one against the other. Keeps nothing. */
class IntakeCheck {
    private static final int LONGEST = 480;
    private static final Caller.OwnAccount NOBODY = new Caller.OwnAccount(0);

    private final RegistrationDesk registrations;
    private final AccountDesk accounts;
    private final Map<String, Integer> seen = new HashMap<>();

    IntakeCheck(RegistrationDesk registrations, AccountDesk accounts) {
        this.registrations = registrations;
        this.accounts = accounts;
    }

    /** In one text, for people; empty when there is nothing against it. */
    String faults(int line, IntakeReading.Person person) {
        List<String> faults = new ArrayList<>(person.faults());
        // What could not be read was told: the rules would say of it that it is missing.
        registrations.check(NOBODY, person.profile()).faults().stream()
                .filter(fault ->
                        !fault.code().equals("REQUIRED") || person.faults().isEmpty())
                .map(Refusal::text)
                .forEach(faults::add);
        if (person.phone() != null) {
            if (accounts.isTaken(person.phone())) {
                faults.add("手机号 " + person.phone().masked() + " 已经注册，请本人登录后报到。");
            }
            repeated(faults, line, "手机号码", person.phone().number());
        }
        repeated(faults, line, "证件号码", person.profile().documentNumber());
        repeated(faults, line, "发展团员编号", person.profile().memberNumber());
        return text(faults);
    }

    static String text(List<String> faults) {
        return Refusal.brief(faults, LONGEST);
    }

    private void repeated(List<String> faults, int line, String what, String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        Integer first = seen.putIfAbsent(what + value.replaceAll("\\s", "").toUpperCase(Locale.ROOT), line);
        if (first != null && first != line) {
            faults.add(what + "与第 " + first + " 行重复。");
        }
    }
}
