package cn.tuanwu.sandbox.story;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Somebody who does not exist and has never registered: a new phone, identity number and member number each time. */
record Person(String name, String phone, String password, String idNumber, String memberNumber) {

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何";
    private static final String JOIN_MONTH = "2021-05";

    static Person invent(RandomGenerator random) {
        LocalDate birth = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(365));
        int surname = random.nextInt(SURNAMES.length());
        return new Person(
                SURNAMES.charAt(surname) + "小𬱖",
                String.format(Locale.ROOT, "199%08d", random.nextInt(100_000_000)),
                "Story-" + random.nextInt(100_000, 1_000_000),
                IdNumbers.bornOn(birth, random),
                String.format(Locale.ROOT, "202144%06d", random.nextInt(1_000_000)));
    }

    /** What a masked name shows; a character may take two places in a Java string. */
    String surname() {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /** What the person fills in; {@code codes} are those the server offers. */
    Map<String, Object> profile(String branch, String invitation, JsonNode codes) {
        Map<String, Object> profile = new HashMap<>();
        profile.put("name", name);
        profile.put("documentKind", "RESIDENT_ID");
        profile.put("documentNumber", idNumber);
        profile.put("joinMonth", JOIN_MONTH);
        profile.put("branchId", branch);
        profile.put("invitation", invitation);
        profile.put("memberNumber", memberNumber);
        profile.put("cadre", false);
        profile.put("ethnicity", code(codes, "ethnicity", "汉族"));
        profile.put("politicalStatus", code(codes, "politicalStatus", "团员"));
        profile.put("fullTimeEducation", code(codes, "education", "本科"));
        profile.put("occupation", code(codes, "occupation", "学生"));
        profile.put("unit", "南岭大学");
        return profile;
    }

    private static String code(JsonNode codes, String table, String words) {
        JsonNode rows = codes.path(table);
        return PhoneClient.all(rows)
                .filter(row -> row.path("name").asString("").contains(words))
                .findFirst()
                .or(() -> PhoneClient.all(rows).findFirst())
                .orElseThrow(() -> new Unexpected("codes of " + table, codes))
                .path("code")
                .asString("");
    }
}
