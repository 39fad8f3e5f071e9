package cn.tuanwu.support;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** Made-up identities with right checksums, a new one each time. Regions from 9999 on belong to nobody. */
public final class Identities {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Identities() {}

    public static String residentId(LocalDate birth) {
        int next = NEXT.incrementAndGet();
        String body = "9999" + String.format("%02d", 99 - next / 1000 % 100)
                + DateTimeFormatter.BASIC_ISO_DATE.format(birth)
                + String.format("%03d", next % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    public static String phone() {
        return "139" + String.format("%08d", 10_000_000 + NEXT.incrementAndGet());
    }

    public static String memberNumber(int year) {
        return year + "44" + String.format("%06d", NEXT.incrementAndGet());
    }
}
