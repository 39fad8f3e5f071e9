package cn.tuanwu.pdf;

import cn.tuanwu.kernel.Refusal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Counts the pages there are: how many a PDF claims to have says nothing, and its tree may bite its own tail. */
final class Pages {
    private static final int DEEPEST = 40;

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int count;
    private int written;
    private boolean crooked;

    private Pages() {}

    static Pages of(COSDictionary catalog) {
        Pages pages = new Pages();
        pages.look(catalog.getDictionaryObject(COSName.PAGES), 0);
        return pages;
    }

    int count() {
        return count;
    }

    Optional<Refusal> wrong() {
        if (crooked) {
            return Optional.of(Findings.BROKEN);
        }
        if (count > Findings.MOST_PAGES) {
            return Optional.of(Findings.TOO_MANY_PAGES);
        }
        return written == 0 ? Optional.of(Findings.EMPTY) : Optional.empty();
    }

    private void look(COSBase node, int depth) {
        if (count > Findings.MOST_PAGES || crooked || !(node instanceof COSDictionary dictionary)) {
            return;
        }
        if (depth > DEEPEST || !seen.add(dictionary)) {
            crooked = true;
            return;
        }
        if (dictionary.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
            for (int i = 0; i < kids.size() && count <= Findings.MOST_PAGES; i++) {
                look(kids.getObject(i), depth + 1);
            }
        } else if (COSName.PAGE.equals(dictionary.getDictionaryObject(COSName.TYPE))) {
            count++;
            written += isWritten(dictionary) ? 1 : 0;
        }
    }

    private static boolean isWritten(COSDictionary page) {
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        boolean hasText = contents instanceof COSStream stream
                ? stream.getLength() > 0
                : contents instanceof COSArray array && array.size() > 0;
        return hasText || page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray notes && notes.size() > 0;
    }
}
