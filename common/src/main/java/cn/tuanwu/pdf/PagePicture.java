package cn.tuanwu.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws one page, watermark on top, and stops when the budget does. */
final class PagePicture implements Callable<byte[]> {
    private static final long MOST_PIXELS = 12_000_000;
    private static final long MEMORY = 256L * 1024 * 1024;

    private final byte[] pdf;
    private final int page;
    private final int width;
    private final Watermark watermark;
    private final Budget budget;

    PagePicture(byte[] pdf, int page, int width, Watermark watermark, Budget budget) {
        this.pdf = pdf;
        this.page = page;
        this.width = width;
        this.watermark = watermark;
        this.budget = budget;
    }

    @Override
    public byte[] call() throws IOException {
        try (PDDocument document = Loader.loadPDF(
                new TimedBytes(pdf, budget), MemoryUsageSetting.setupMainMemoryOnly(MEMORY).streamCache)) {
            PDFRenderer renderer = new Bounded(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage image = renderer.renderImage(page - 1, scale(document.getPage(page - 1)), ImageType.RGB);
            watermark.drawOn(image);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        }
    }

    private float scale(PDPage page) {
        boolean lies = page.getRotation() % 180 != 0;
        double wide = Math.max(
                1, lies ? page.getCropBox().getHeight() : page.getCropBox().getWidth());
        double high = Math.max(
                1, lies ? page.getCropBox().getWidth() : page.getCropBox().getHeight());
        // A page as long as a street is shown small.
        return (float) Math.min(width / wide, Math.sqrt(MOST_PIXELS / (wide * high)));
    }

    private final class Bounded extends PDFRenderer {
        Bounded(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            PageDrawer drawer = new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    budget.check();
                    super.processOperator(operator, operands);
                }
            };
            drawer.setAnnotationFilter(getAnnotationsFilter());
            return drawer;
        }
    }
}
