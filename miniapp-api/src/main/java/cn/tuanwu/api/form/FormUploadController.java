package cn.tuanwu.api.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.problem.RefusedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** 上传电子志愿书: up to twenty files in one request, or one each in many. Every file has its own answer, in their order. */
@RestController
class FormUploadController {
    private static final int MOST = 20;

    private final Reception reception;

    FormUploadController(Reception reception) {
        this.reception = reception;
    }

    @PostMapping("/api/console/forms")
    Items handIn(Caller.Reviewer caller, Call call, HttpServletRequest request) {
        List<HandedIn> items = new ArrayList<>();
        ArrivingFiles.of(request).each((name, content) -> {
            int number = items.size() + 1;
            items.add(
                    number > MOST
                            ? HandedIn.tooMany(number, name)
                            : reception.file(caller, call, number, name, content));
        });
        if (items.isEmpty()) {
            throw new RefusedRequest("FORM_FILE_MISSING", "没有收到文件，请选择 PDF 文件后再上传。");
        }
        return new Items(items);
    }

    record Items(List<HandedIn> items) {}
}
