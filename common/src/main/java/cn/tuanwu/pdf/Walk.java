package cn.tuanwu.pdf;

import cn.tuanwu.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;

/** Goes to everything in a PDF that can be reached, once, and looks at each dictionary there is. */
final class Walk {
    private static final int MOST_OBJECTS = 300_000;
    private static final long MOST_PIXELS = 60_000_000;
    private static final int LONGEST_SIDE = 30_000;
    private static final Set<String> OUTWARD = Set.of("Launch", "GoToR", "GoToE", "SubmitForm", "ImportData", "Thread");
    private static final Set<String> MEDIA = Set.of("FileAttachment", "RichMedia", "3D", "Screen", "Movie", "Sound");
    private static final Set<String> MEDIA_ACTIONS = Set.of("Rendition", "RichMediaExecute", "Movie", "Sound");

    private final Budget budget;
    private final Unfolding unfolding;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> todo = new ArrayDeque<>();
    private final List<COSDictionary> dictionaries = new ArrayList<>();

    Walk(Budget budget) {
        this.budget = budget;
        this.unfolding = new Unfolding(budget);
    }

    /** What must not be in a paper, the worst first found. */
    Optional<Refusal> from(COSDictionary trailer) throws IOException {
        add(trailer);
        while (!todo.isEmpty()) {
            budget.check();
            COSBase next = todo.pop();
            if (next instanceof COSArray array) {
                array.forEach(this::add);
            } else if (next instanceof COSDictionary dictionary) {
                Optional<Refusal> found = look(dictionary);
                if (found.isPresent()) {
                    return found;
                }
                dictionary.getValues().forEach(this::add);
            }
        }
        return Optional.empty();
    }

    /** All that were met on the way. */
    List<COSDictionary> dictionaries() {
        return dictionaries;
    }

    private void add(COSBase base) {
        COSBase real = base instanceof COSObject object ? object.getObject() : base;
        if ((real instanceof COSArray || real instanceof COSDictionary) && seen.add(real)) {
            if (seen.size() > MOST_OBJECTS) {
                throw new Budget.Spent();
            }
            todo.push(real);
        }
    }

    private Optional<Refusal> look(COSDictionary dictionary) throws IOException {
        dictionaries.add(dictionary);
        String action = dictionary.getNameAsString(COSName.S);
        String subtype = dictionary.getNameAsString(COSName.SUBTYPE);
        if (dictionary.containsKey(COSName.JS)
                || dictionary.containsKey(COSName.XFA)
                || "JavaScript".equals(action)
                || dictionary.getDictionaryObject(COSName.JAVA_SCRIPT) != null) {
            return Optional.of(Findings.SCRIPT);
        }
        if (action != null && OUTWARD.contains(action) && !isPartOfTheText(dictionary)) {
            return Optional.of(Findings.LAUNCH);
        }
        if (dictionary.containsKey(COSName.EF)
                || dictionary.containsKey(COSName.EMBEDDED_FILES)
                || COSName.getPDFName("EmbeddedFile").equals(dictionary.getItem(COSName.TYPE))
                || subtype != null && MEDIA.contains(subtype)
                || action != null && MEDIA_ACTIONS.contains(action) && !isPartOfTheText(dictionary)) {
            return Optional.of(Findings.ATTACHMENT);
        }
        return dictionary instanceof COSStream stream ? stream(stream, subtype) : Optional.empty();
    }

    /** There S is what a piece of text is, such as a heading. */
    private static boolean isPartOfTheText(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.P) && dictionary.containsKey(COSName.K);
    }

    private Optional<Refusal> stream(COSStream stream, String subtype) throws IOException {
        if (stream.getDictionaryObject(COSName.F) != null) {
            // Its content would be in another file.
            return Optional.of(Findings.LAUNCH);
        }
        if ("Image".equals(subtype) && isImmense(stream)) {
            return Optional.of(Findings.BOMB);
        }
        List<COSName> filters = Jpeg.filters(stream);
        try (InputStream raw = stream.createRawInputStream()) {
            unfolding.count(stream, raw, filters);
        }
        return Jpeg.isLast(filters) && Jpeg.isImmense(stream, MOST_PIXELS)
                ? Optional.of(Findings.BOMB)
                : Optional.empty();
    }

    private static boolean isImmense(COSStream image) {
        long width = image.getInt(COSName.WIDTH, COSName.W, 0);
        long height = image.getInt(COSName.HEIGHT, COSName.H, 0);
        return width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE;
    }
}
