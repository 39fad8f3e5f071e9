package cn.tuanwu.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.COSParser;

/**
 * Looks through the bytes for the streams a PDF parser unfolds of its own accord (cross references, objects packed
 * together), before there is a parser: they are the ones nobody could stop in time.
 */
final class FirstLook extends COSParser {
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    private final byte[] file;
    private final Budget budget;

    private FirstLook(byte[] file, Budget budget) throws IOException {
        super(new TimedBytes(file, budget));
        this.file = file;
        this.budget = budget;
        // References are not followed; they only need a place to be.
        this.document = new COSDocument();
    }

    /**
     * @throws Budget.Spent when one of them gets too large
     * @throws IOException when one hides what it is
     */
    static void at(byte[] file, Budget budget) throws IOException {
        FirstLook look = new FirstLook(file, budget);
        try {
            look.all();
        } finally {
            look.document.close();
        }
    }

    private void all() throws IOException {
        for (int at = 1; at + 3 < file.length; at++) {
            if (file[at] == 'o' && file[at + 1] == 'b' && file[at + 2] == 'j' && file[at - 1] != 'd') {
                COSDictionary dictionary = dictionary(at + 3);
                if (dictionary != null && isUnfoldedAtOnce(dictionary)) {
                    count(dictionary);
                }
            }
        }
    }

    /** Null where none begins that could be read. */
    private COSDictionary dictionary(int at) {
        try {
            source.seek(at);
            skipSpaces();
            return source.peek() == '<' && parseDirObject() instanceof COSDictionary dictionary ? dictionary : null;
        } catch (IOException | RuntimeException e) {
            if (e instanceof Budget.Spent spent) {
                throw spent;
            }
            return null;
        }
    }

    private static boolean isUnfoldedAtOnce(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.W) || dictionary.containsKey(COSName.FIRST);
    }

    private void count(COSDictionary dictionary) throws IOException {
        skipSpaces();
        int at = (int) source.getPosition();
        if (!begins(at, STREAM)) {
            return;
        }
        COSBase filter = dictionary.getItem(COSName.FILTER);
        boolean isFlate = COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter);
        if (filter != null && !isFlate) {
            filter = only(filter);
        }
        int from = at + STREAM.length;
        while (from < file.length && (file[from] == '\r' || file[from] == '\n')) {
            from++;
        }
        List<COSName> filters = filter == null ? List.of() : List.of(COSName.FLATE_DECODE);
        new Unfolding(budget).count(dictionary, new ByteArrayInputStream(file, from, file.length - from), filters);
    }

    /** In an array of its own is the same; anything else is no program's habit. */
    private static COSBase only(COSBase filter) throws IOException {
        if (filter instanceof COSArray array
                && (array.size() == 0 || array.size() == 1 && COSName.FLATE_DECODE.equals(array.get(0)))) {
            return array.size() == 0 ? null : array.get(0);
        }
        throw new IOException("a stream of objects is packed in an unusual way");
    }

    private boolean begins(int at, byte[] word) {
        boolean same = at + word.length < file.length;
        for (int i = 0; same && i < word.length; i++) {
            same = file[at + i] == word[i];
        }
        return same;
    }
}
