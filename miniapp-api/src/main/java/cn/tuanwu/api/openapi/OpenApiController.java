package cn.tuanwu.api.openapi;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's description, OpenAPI 3.1; written by hand and held to the routes by a test. */
@RestController
class OpenApiController {
    private final byte[] document;

    OpenApiController(Description description) {
        this.document = description.document();
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return document;
    }
}
