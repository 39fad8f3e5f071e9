package cn.tuanwu.api.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.form.BundleDesk;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.job.JobRun;
import cn.tuanwu.job.JobWork;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Formal forms in a ZIP, written as they are read, one in memory at a time. Its parameter is the wish of the page. */
@Component
class FormZip implements JobWork {
    static final String KIND = "form-zip";

    private final BundleDesk bundles;
    private final FormDesk forms;
    private final JsonMapper json;

    FormZip(BundleDesk bundles, FormDesk forms, JsonMapper json) {
        this.bundles = bundles;
        this.forms = forms;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome<String> work(JobRun run) throws IOException {
        Caller.Reviewer caller = run.caller(Caller.Reviewer.class);
        BundleDesk.Wish wish = json.readValue(run.parameters(), FormListController.ZipWish.class)
                .read();
        Outcome<Long> counted = bundles.count(caller, wish);
        if (counted instanceof Outcome.Refused<Long> refused) {
            return Outcome.refused(refused.refusals());
        }
        Packing packing = new Packing(run, caller, ((Outcome.Done<Long>) counted).value());
        String name = caller.organisation().shortName() + "-入团志愿书.zip";
        try (ZipOutputStream zip = new ZipOutputStream(run.file(name, "application/zip"), StandardCharsets.UTF_8)) {
            // Their pictures are packed already.
            zip.setLevel(Deflater.BEST_SPEED);
            return packing.into(zip, wish);
        }
    }

    /** One walk over the forms. */
    private final class Packing {
        private final JobRun run;
        private final Caller.Reviewer caller;
        private final long expected;
        private final Set<String> names = new HashSet<>();
        private long done;

        Packing(JobRun run, Caller.Reviewer caller, long expected) {
            this.run = run;
            this.caller = caller;
            this.expected = expected;
        }

        Outcome<String> into(ZipOutputStream zip, BundleDesk.Wish wish) throws IOException {
            long after = 0;
            for (List<BundleDesk.Bundled> some = bundles.next(caller, wish, after);
                    !some.isEmpty();
                    some = bundles.next(caller, wish, after)) {
                for (BundleDesk.Bundled one : some) {
                    Outcome<byte[]> content = forms.content(caller, one.formId());
                    if (content instanceof Outcome.Done<byte[]> there) {
                        add(zip, one, there.value());
                    } else if (isTrouble(((Outcome.Refused<byte[]>) content).first())) {
                        return Outcome.refused(Refusal.of("FORM_STORAGE_DOWN", "文件存储暂时不可用，没有打包完成，请稍后重新开始。"));
                    }
                    after = one.registrationId();
                }
            }
            return Outcome.done("共 " + done + " 份志愿书。");
        }

        /** Who left the subtree in between is left out; what can't be read is no bundle that is whole. */
        private boolean isTrouble(Refusal refusal) {
            return !"FORM_UNKNOWN".equals(refusal.code());
        }

        private void add(ZipOutputStream zip, BundleDesk.Bundled one, byte[] content) throws IOException {
            String name = one.fileName().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
            // A phone is one person's, so that two files of one name are one mistake; the second stays beside the
            // first.
            zip.putNextEntry(new ZipEntry(names.add(name) ? name : one.formId() + "-" + name));
            zip.write(content);
            zip.closeEntry();
            run.progress(++done, Math.max(done, expected));
        }
    }
}
