package cn.tuanwu.api.form;

import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.file.FileLinks;
import cn.tuanwu.file.FileStore;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files lent by an address that ends soon, where the store is a folder of this house. Whoever has the address may read: it was
 * given to someone who may, after the line in the audit.
 */
@RestController
class FileController {
    private static final Logger log = LoggerFactory.getLogger(FileController.class);

    private final FileLinks links;
    private final FileStore files;

    FileController(FileLinks links, FileStore files) {
        this.links = links;
        this.files = files;
    }

    @GetMapping("/api/files/{token}")
    ResponseEntity<byte[]> read(@PathVariable("token") String token) {
        FileLinks.Lent lent = links.read(token).orElseThrow(FileController::ended);
        byte[] content = content(lent.key());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                // Whatever a browser makes of it: no script, no frame, no request to anywhere.
                .header("Content-Security-Policy", "sandbox")
                .header("X-Robots-Tag", "noindex")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(lent.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private byte[] content(String key) {
        try {
            return files.get(key).orElseThrow(FileController::ended);
        } catch (FileStore.Unavailable e) {
            log.warn("A lent file could not be read, its reader was asked to try again: {}", e.getMessage());
            throw new RefusedRequest("FORM_STORAGE_DOWN", "文件暂时读不到，请稍后再试。");
        }
    }

    private static RefusedRequest ended() {
        return new RefusedRequest("FILE_LINK_ENDED", "下载地址已失效，请回到页面重新下载。");
    }
}
