package cn.tuanwu.insight;

import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.realname.ResidentId;
import cn.tuanwu.registration.Codes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns rows into what people may read: codes into words, numbers masked. */
@Component
class Faces {
    private final Seal seal;
    private final Map<String, Map<String, String>> words;

    Faces(Seal seal, Codes codes) {
        this.seal = seal;
        this.words = codes.tables().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, table -> names(table.getValue())));
    }

    private static Map<String, String> names(List<Codes.Code> table) {
        return table.stream().collect(Collectors.toMap(Codes.Code::code, Codes.Code::name));
    }

    Member masked(MemberRow row) {
        return member(row, phone(row).masked(), ResidentId.mask(document(row)));
    }

    Member inClear(MemberRow row) {
        return member(row, phone(row).number(), document(row));
    }

    Phone phone(MemberRow row) {
        return new Phone(seal.open(new Place("account", "phone", row.accountId), row.phoneSealed));
    }

    String document(MemberRow row) {
        return seal.open(new Place("registration", "document", row.id), row.documentSealed);
    }

    String word(String table, String code) {
        return code == null ? null : words.getOrDefault(table, Map.of()).getOrDefault(code, code);
    }

    private Member member(MemberRow row, String phone, String document) {
        return new Member(
                row.id,
                row.name,
                phone,
                document,
                row.realName,
                word("education", row.fullTimeEducation),
                row.gender == null ? null : row.gender.equals("1") ? "男" : "女",
                word("ethnicity", row.ethnicity),
                word("occupation", row.occupation),
                word("politicalStatus", row.political),
                row.joinMonth,
                row.memberNumber,
                row.createdAt,
                row.submittedAt,
                row.state,
                row.branchId,
                row.branchName);
    }
}
