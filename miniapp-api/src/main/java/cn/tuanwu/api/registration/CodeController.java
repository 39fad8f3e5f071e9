package cn.tuanwu.api.registration;

import cn.tuanwu.registration.Codes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The code tables the form is filled in with. */
@RestController
class CodeController {
    private final Map<String, List<Entry>> tables;

    CodeController(Codes codes) {
        this.tables = codes.tables().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, table -> table.getValue().stream()
                        .map(code -> new Entry(code.code(), code.name()))
                        .toList()));
    }

    @GetMapping("/api/codes")
    Map<String, List<Entry>> codes() {
        return tables;
    }

    record Entry(String code, String name) {}
}
