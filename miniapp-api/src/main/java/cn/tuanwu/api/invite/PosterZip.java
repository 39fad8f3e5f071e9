package cn.tuanwu.api.invite;

import cn.tuanwu.access.Caller;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.InviteDesk;
import cn.tuanwu.job.JobRun;
import cn.tuanwu.job.JobWork;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Posters for all branches of a committee, one PNG each in a ZIP. Its parameter is for how many days they are good. */
@Component
class PosterZip implements JobWork {
    static final String KIND = "INVITATION_POSTERS";

    private final OrgDesk organisations;
    private final InviteDesk invitations;
    private final Poster posters;

    PosterZip(OrgDesk organisations, InviteDesk invitations, Poster posters) {
        this.organisations = organisations;
        this.invitations = invitations;
        this.posters = posters;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome<String> work(JobRun run) throws IOException {
        Caller.Admin caller = run.caller(Caller.Admin.class);
        int days = Integer.parseInt(run.parameters());
        List<Organisation> branches = organisations.branchesWithin(caller.organisation());
        String name = caller.organisation().shortName() + "-报到海报.zip";
        try (ZipOutputStream zip = new ZipOutputStream(run.file(name, "application/zip"), StandardCharsets.UTF_8)) {
            // Pictures are packed already.
            zip.setLevel(Deflater.BEST_SPEED);
            for (int i = 0; i < branches.size(); i++) {
                Organisation branch = branches.get(i);
                zip.putNextEntry(new ZipEntry(fileName(branch)));
                zip.write(posters.png(invitation(caller, branch, days)));
                zip.closeEntry();
                run.progress(i + 1, branches.size());
            }
        }
        return Outcome.done("共 " + branches.size() + " 张海报。");
    }

    /** One that is good for as long is used again: done twice, the work issues nothing twice. */
    private Invitation invitation(Caller.Admin caller, Organisation branch, int days) {
        return invitations.lasting(caller, branch, days).orElseGet(() -> {
            InviteDesk.Wish wish = new InviteDesk.Wish(branch.id(), Invitation.Carrier.LINK, days, null);
            return ((Outcome.Done<Invitation>) invitations.issue(caller, wish)).value();
        });
    }

    /** Two branches may be called the same. */
    private static String fileName(Organisation branch) {
        return branch.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + "-" + branch.id() + ".png";
    }
}
