package cn.tuanwu.api.registration;

import cn.tuanwu.registration.Codes;
import cn.tuanwu.registration.Regions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The code tables the form is filled in with. */
@RestController
class CodeController {
    private final Map<String, List<Entry>> tables;
    private final Regions regions;

    CodeController(Codes codes, Regions regions) {
        this.regions = regions;
        this.tables = codes.tables().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, table -> table.getValue().stream()
                        .map(code -> new Entry(code.code(), code.name()))
                        .toList()));
    }

    @GetMapping("/api/codes")
    Map<String, List<Entry>> codes() {
        return tables;
    }

    /** The provinces; with {@code within} what lies in that province or city. Three thousand at once are too many. */
    @GetMapping("/api/codes/regions")
    Items regions(@RequestParam(name = "within", defaultValue = "") String code) {
        return new Items(code.isEmpty() ? regions.provinces() : regions.within(code));
    }

    record Items(List<Regions.Region> items) {}

    record Entry(String code, String name) {}
}
