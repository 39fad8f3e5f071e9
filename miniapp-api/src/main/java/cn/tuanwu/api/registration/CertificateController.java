package cn.tuanwu.api.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.ceremony.OathDesk;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.registration.RegistrationBook;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 认证资料: what an approved member may show of themselves. */
@RestController
class CertificateController {
    private final RegistrationBook book;
    private final OathDesk oaths;
    private final OrgDesk organisations;

    CertificateController(RegistrationBook book, OathDesk oaths, OrgDesk organisations) {
        this.book = book;
        this.oaths = oaths;
        this.organisations = organisations;
    }

    @GetMapping("/api/registration/certificate")
    Certificate certificate(Caller.OwnAccount caller) {
        RegistrationBook.Certificate mine = RefusedRequest.unlessDone(book.certificate(caller));
        return new Certificate(
                mine.name(),
                mine.document(),
                mine.birthDate(),
                mine.gender(),
                mine.joinMonth(),
                mine.memberNumber(),
                new Branch(mine.branch().name(), organisations.pathName(mine.branch())),
                mine.phone(),
                mine.politicalStatus(),
                mine.ethnicity(),
                mine.fullTimeEducation(),
                mine.approvedAt(),
                RealNameView.of(mine.realName()),
                oaths.own(caller)
                        .map(oath -> new Oath(
                                oath.heldAt(), oath.place(), oath.organisation().name()))
                        .orElse(null));
    }

    record Branch(String name, String path) {}

    /** When, where and before whom the member took the oath. */
    record Oath(Instant heldAt, String place, String organisation) {}

    /** @param oath null while none is recorded */
    record Certificate(
            String name,
            String documentNumber,
            String birthDate,
            String gender,
            String joinMonth,
            String memberNumber,
            Branch branch,
            String phone,
            String politicalStatus,
            String ethnicity,
            String fullTimeEducation,
            Instant approvedAt,
            RealNameView realName,
            Oath oath) {}
}
