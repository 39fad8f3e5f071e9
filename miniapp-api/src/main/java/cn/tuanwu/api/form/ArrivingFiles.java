package cn.tuanwu.api.form;

import cn.tuanwu.api.problem.RefusedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * The files of a form sent by a page, one after the other as they come over the line. The container's own way keeps them all
 * first and refuses all of them for one that is too large.
 */
final class ArrivingFiles {
    /** Room for a name of 255 letters of three bytes each, percent-encoded. */
    private static final int LONGEST_HEADER = 4 * 1024;

    private final FileItemIterator parts;

    private ArrivingFiles(FileItemIterator parts) {
        this.parts = parts;
    }

    static ArrivingFiles of(HttpServletRequest request) {
        if (!FileUpload.MULTIPART_FORM_DATA.equals(mediaType(request))) {
            throw new RefusedRequest("MEDIA_TYPE_UNSUPPORTED", "请以表单方式上传文件（multipart/form-data）。");
        }
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(LONGEST_HEADER);
        try {
            return new ArrivingFiles(upload.getItemIterator(new ServletRequestContext(request)));
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** Hands over every file in turn; what is not read of one is skipped. Parts that are no files are left out. */
    void each(Taking taking) {
        try {
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField()) {
                    taking.take(name(part), part.openStream());
                }
            }
        } catch (RefusedRequest refused) {
            skipTheRest();
            throw refused;
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** Whoever still sends reads no answer. */
    private void skipTheRest() {
        try {
            while (parts.hasNext()) {
                parts.next();
            }
        } catch (IOException e) {
            // There was nobody to hear it.
        }
    }

    /** Some send the whole path. */
    private static String name(FileItemStream part) {
        try {
            String name = part.getName() == null ? "" : part.getName();
            return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        } catch (InvalidFileNameException e) {
            return "";
        }
    }

    private static String mediaType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? null : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static RefusedRequest unreadable() {
        return new RefusedRequest("BODY_UNREADABLE", "文件没有传完，请重试。已经传完的不会重复。");
    }

    interface Taking {
        /** @throws IOException when the sender stopped sending */
        void take(String name, InputStream content) throws IOException;
    }
}
