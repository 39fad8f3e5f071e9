package cn.tuanwu.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Takes out of a PDF what nobody sees: who made it when with what, what happens when it is opened, where links lead. */
final class Cleaning {
    private static final List<COSName> OF_THE_CATALOG = List.of(
            COSName.OPEN_ACTION,
            COSName.AA,
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("Collection"),
            COSName.getPDFName("SpiderInfo"),
            COSName.getPDFName("Perms"),
            COSName.getPDFName("Legal"),
            COSName.getPDFName("AF"),
            COSName.URI);
    private static final List<COSName> OF_ANY =
            List.of(COSName.AA, COSName.getPDFName("PieceInfo"), COSName.getPDFName("LastModified"));
    /** Only what has one of these is a thing; others are lists of things by names, which may be any. */
    private static final List<COSName> THINGS =
            List.of(COSName.TYPE, COSName.SUBTYPE, COSName.FT, COSName.T, COSName.KIDS, COSName.PARENT);

    private static final Set<String> HARMLESS = Set.of("GoTo");

    private Cleaning() {}

    static byte[] of(PDDocument document, List<COSDictionary> dictionaries) throws IOException {
        COSDictionary trailer = document.getDocument().getTrailer();
        trailer.removeItem(COSName.INFO);
        trailer.removeItem(COSName.ID);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        OF_THE_CATALOG.forEach(catalog::removeItem);
        keepDestinations(catalog);
        for (COSDictionary dictionary : dictionaries) {
            clean(dictionary);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.setDocumentId(0L);
        document.save(bytes);
        return bytes.toByteArray();
    }

    /** Of all that has names only the places within. */
    private static void keepDestinations(COSDictionary catalog) {
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            List.copyOf(names.keySet()).stream()
                    .filter(key -> !key.equals(COSName.DESTS))
                    .forEach(names::removeItem);
        }
    }

    private static void clean(COSDictionary dictionary) throws IOException {
        if (THINGS.stream().anyMatch(dictionary::containsKey)) {
            OF_ANY.forEach(dictionary::removeItem);
        }
        if (isMetadata(dictionary.getDictionaryObject(COSName.METADATA))) {
            dictionary.removeItem(COSName.METADATA);
        }
        dropActions(dictionary, COSName.A);
        dropActions(dictionary, COSName.getPDFName("PA"));
        dropActions(dictionary, COSName.getPDFName("Next"));
        if (dictionary instanceof COSStream stream) {
            bare(stream, Jpeg.filters(stream));
        }
    }

    private static void bare(COSStream stream, List<COSName> filters) throws IOException {
        if (Jpeg.isLast(filters)) {
            Jpeg.bare(stream);
        } else if (Jp2.is(filters)) {
            Jp2.bare(stream);
        } else if (mayDraw(stream)) {
            InlinePictures.bare(stream);
        }
    }

    /** A page's content says nothing of itself, a drawing to be used again says it is a form. */
    private static boolean mayDraw(COSStream stream) {
        COSBase subtype = stream.getDictionaryObject(COSName.SUBTYPE);
        return COSName.FORM.equals(subtype) || subtype == null && stream.getDictionaryObject(COSName.TYPE) == null;
    }

    private static boolean isMetadata(COSBase base) {
        return base instanceof COSStream stream && !COSName.IMAGE.equals(stream.getItem(COSName.SUBTYPE));
    }

    private static void dropActions(COSDictionary dictionary, COSName key) {
        if (dictionary.getDictionaryObject(key) instanceof COSDictionary action) {
            String kind = action.getNameAsString(COSName.S);
            if (kind != null && !HARMLESS.contains(kind)) {
                dictionary.removeItem(key);
            }
        }
    }
}
