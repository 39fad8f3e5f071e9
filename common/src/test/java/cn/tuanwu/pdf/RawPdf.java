package cn.tuanwu.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** A PDF written by hand, object by object, so that it can be as wicked as one likes. Object 1 is the catalog. */
final class RawPdf {
    private final List<byte[]> objects = new ArrayList<>();
    private String trailer = "";

    /** One page with a line on it; object 2 is the tree, 3 the page, 4 its content. */
    static RawPdf harmless(String catalog, String page) {
        return new RawPdf()
                        .add("<< /Type /Catalog /Pages 2 0 R " + catalog + " >>")
                        .add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + page + " >>")
                        .stream("", "0 0 m 500 500 l S".getBytes(StandardCharsets.US_ASCII));
    }

    RawPdf add(String object) {
        objects.add(object.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    RawPdf stream(String entries, byte[] content) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(("<< /Length " + content.length + " " + entries + " >>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        object.writeBytes(content);
        object.writeBytes("\nendstream".getBytes(StandardCharsets.US_ASCII));
        objects.add(object.toByteArray());
        return this;
    }

    RawPdf trailer(String entries) {
        trailer = entries;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(file, "%PDF-1.7\n");
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(file.size());
            write(file, (i + 1) + " 0 obj\n");
            file.writeBytes(objects.get(i));
            write(file, "\nendobj\n");
        }
        int table = file.size();
        write(file, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> write(file, "%010d 00000 n \n".formatted(place)));
        write(file, "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R " + trailer + " >>\nstartxref\n");
        write(file, table + "\n%%EOF\n");
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** So many zeros, deflated: a thousandth of it. */
    static byte[] zeros(long count) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 16];
        byte[] out = new byte[1 << 16];
        for (long left = count; left > 0; left -= zeros.length) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                packed.write(out, 0, deflater.deflate(out));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(out, 0, deflater.deflate(out));
        }
        deflater.end();
        return packed.toByteArray();
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        byte[] out = new byte[content.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}
