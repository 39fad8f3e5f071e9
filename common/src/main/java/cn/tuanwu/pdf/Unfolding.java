package cn.tuanwu.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/** Unfolds a stream only to count how large it gets, and stops where the budget does. */
final class Unfolding {
    /** Those give pictures: their size is in their headers. */
    private static final Set<COSName> PICTURES = Set.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION);

    private static final int MOST_FILTERS = 3;
    private static final int BETWEEN = 32 * 1024 * 1024;
    private static final long WIDEST_ROW = 4 * 1024 * 1024;

    private final Budget budget;

    Unfolding(Budget budget) {
        this.budget = budget;
    }

    /** @throws Budget.Spent for a stream no paper needs */
    void count(COSDictionary stream, InputStream raw, List<COSName> filters) throws IOException {
        if (filters.size() > MOST_FILTERS || widestRow(stream) > WIDEST_ROW) {
            throw new Budget.Spent();
        }
        InputStream input = raw;
        for (int i = 0; i < filters.size() && !PICTURES.contains(filters.get(i)); i++) {
            Kept kept = new Kept(i + 1 < filters.size());
            try {
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(input, kept, stream, i);
            } catch (IOException e) {
                // A viewer shows what came out so far; so much was counted.
                return;
            }
            input = new ByteArrayInputStream(kept.bytes.toByteArray());
        }
    }

    /** Decoders make room for a whole row of what the parameters claim. */
    private static long widestRow(COSDictionary stream) {
        COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        long widest = row(parameters);
        if (parameters instanceof COSArray array) {
            for (int i = 0; i < array.size() && i <= MOST_FILTERS; i++) {
                widest = Math.max(widest, row(array.getObject(i)));
            }
        }
        return widest;
    }

    private static long row(COSBase parameters) {
        if (!(parameters instanceof COSDictionary dictionary)) {
            return 0;
        }
        long colors = Math.max(1, dictionary.getInt(COSName.COLORS, 1));
        long bits = Math.max(1, dictionary.getInt(COSName.BITS_PER_COMPONENT, 8));
        long columns = Math.max(1, dictionary.getInt(COSName.COLUMNS, 1));
        return columns * Math.min(32, colors) * Math.min(32, bits) / 8;
    }

    private final class Kept extends OutputStream {
        private final boolean isBetween;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Kept(boolean isBetween) {
            this.isBetween = isBetween;
        }

        @Override
        public void write(int one) {
            count(1);
            if (isBetween) {
                bytes.write(one);
            }
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            count(length);
            if (isBetween) {
                bytes.write(from, offset, length);
            }
        }

        private void count(int more) {
            budget.unfolded(more);
            if (isBetween && bytes.size() > BETWEEN) {
                throw new Budget.Spent();
            }
        }
    }
}
