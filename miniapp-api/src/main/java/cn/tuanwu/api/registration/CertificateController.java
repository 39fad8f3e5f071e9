package cn.tuanwu.api.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.registration.RegistrationBook;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 认证资料: what an approved member may show of themselves. */
@RestController
class CertificateController {
    private final RegistrationBook book;
    private final OrgDesk organisations;

    CertificateController(RegistrationBook book, OrgDesk organisations) {
        this.book = book;
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
                RealNameView.of(mine.realName()));
    }

    record Branch(String name, String path) {}

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
            RealNameView realName) {}
}
