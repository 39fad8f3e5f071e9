package cn.tuanwu.pdf;

import cn.tuanwu.kernel.Refusal;

/** What may be wrong with a PDF, and what to do about it. */
final class Findings {
    static final int MOST_BYTES = 20 * 1024 * 1024;
    static final int MOST_PAGES = 30;
    static final Refusal NOT_A_PDF = Refusal.of("PDF_NOT_A_PDF", "这不是 PDF 文件。请上传扫描或“导出为 PDF”得到的文件，只改后缀名不行。");
    static final Refusal TOO_LARGE = Refusal.of("PDF_TOO_LARGE", "文件超过 20 MB，请降低扫描分辨率（200 dpi 就够清楚）后重新扫描。");
    static final Refusal ENCRYPTED = Refusal.of("PDF_ENCRYPTED", "文件加了密码或使用限制，请去掉后重新导出再上传。");
    static final Refusal SCRIPT = Refusal.of("PDF_SCRIPT", "文件里带有脚本或动态表单，不能接收。请重新扫描，或“打印为 PDF”后上传。");
    static final Refusal LAUNCH = Refusal.of("PDF_LAUNCH", "文件里带有会打开其他文件、程序或向外发送数据的操作，不能接收。请重新扫描，或“打印为 PDF”后上传。");
    static final Refusal ATTACHMENT = Refusal.of("PDF_ATTACHMENT", "文件里夹带了附件或音视频，不能接收。请去掉后重新导出，或“打印为 PDF”后上传。");
    static final Refusal BROKEN = Refusal.of("PDF_BROKEN", "文件打不开，可能没有传完整或已损坏，请重新导出后上传。");
    static final Refusal BOMB = Refusal.of("PDF_BOMB", "文件解开后大得反常，无法检查，不能接收。请重新扫描，或“打印为 PDF”后上传。");
    static final Refusal TOO_MANY_PAGES =
            Refusal.of("PDF_TOO_MANY_PAGES", "文件超过 " + MOST_PAGES + " 页，不像是一个人的志愿书。请核对，一个文件只放一个人的。");
    static final Refusal EMPTY = Refusal.of("PDF_EMPTY", "文件里没有内容，请核对是不是传错了文件。");

    private Findings() {}
}
