package cn.tuanwu.registration;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.realname.ResidentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds whose live registration a name and a document are. A wrong name and an unknown document are one answer, after the
 * same work.
 */
@Component
public class Identification {
    private static final String NOBODY = "无";

    private final RegistrationRows rows;
    private final OrgDesk organisations;
    private final Blind blind;

    Identification(RegistrationRows rows, OrgDesk organisations, Blind blind) {
        this.rows = rows;
        this.organisations = organisations;
        this.blind = blind;
    }

    /** Of form alone: NAME_INVALID, DOCUMENT_INVALID. */
    public List<Refusal> faults(Claim claim) {
        List<Refusal> faults = new ArrayList<>();
        if (PersonName.read(claim.name()).isEmpty()) {
            faults.add(Refusal.at("name", "NAME_INVALID", "请填写报到时的姓名。"));
        }
        if (claim.document().isEmpty()) {
            faults.add(Refusal.at("documentNumber", "DOCUMENT_INVALID", "请对照证件核对号码。"));
        }
        return faults;
    }

    /** The claim has no faults. */
    public Optional<Holder> holder(Claim claim) {
        String document = claim.document().orElseThrow();
        RegistrationRow row = rows.withDocument(blind.of("document", document));
        PersonName known = new PersonName(row == null ? NOBODY : row.name);
        boolean same = equal(known, PersonName.read(claim.name()).orElseThrow());
        return row != null && same ? Optional.of(holder(row)) : Optional.empty();
    }

    private Holder holder(RegistrationRow row) {
        return new Holder(
                row.id,
                row.accountId,
                row.version,
                organisations.find(row.branchId).orElseThrow());
    }

    private static boolean equal(PersonName one, PersonName other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static byte[] bytes(PersonName name) {
        return name.normal().getBytes(StandardCharsets.UTF_8);
    }

    /** Who someone says they are, as typed. */
    public record Claim(String name, String documentKind, String documentNumber) {

        /** As it is kept; empty when it can't be one. */
        public Optional<String> document() {
            if (Profile.OVERSEAS.equals(documentKind)) {
                return Optional.ofNullable(documentNumber)
                        .filter(OverseasDocument::isPlausible)
                        .map(OverseasDocument::normal);
            }
            return ResidentId.read(documentNumber).map(ResidentId::number);
        }

        @Override
        public String toString() {
            return "Claim[…]";
        }
    }

    /** Whose it is; for other rooms, never for answers. */
    public record Holder(long registrationId, long accountId, int version, Organisation branch) {}
}
