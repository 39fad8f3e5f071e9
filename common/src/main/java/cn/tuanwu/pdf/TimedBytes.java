package cn.tuanwu.pdf;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Bytes that stop being read when the time is up: a parser that runs in circles still reads. */
final class TimedBytes extends RandomAccessReadBuffer {
    private static final int OFTEN = 4096;

    private final Budget budget;
    private int reads;

    TimedBytes(byte[] bytes, Budget budget) {
        super(bytes);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        count();
        return super.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        count();
        return super.read(to, offset, length);
    }

    @Override
    public void seek(long position) throws IOException {
        count();
        super.seek(position);
    }

    /** A view of its own, reading through this one. */
    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        return new RandomAccessReadView(this, start, length);
    }

    private void count() {
        if (++reads % OFTEN == 0) {
            budget.check();
        }
    }
}
