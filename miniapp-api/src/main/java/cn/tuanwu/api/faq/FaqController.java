package cn.tuanwu.api.faq;

import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The entries that the official account answers from, for anyone to read. */
@RestController
class FaqController {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final FaqRows rows;

    FaqController(FaqRows rows) {
        this.rows = rows;
    }

    @GetMapping("/api/faq")
    ResponseEntity<Items> all() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(new Items(rows.all()));
    }

    record Items(List<Entry> items) {}

    record Entry(String keyword, String answer) {}
}
