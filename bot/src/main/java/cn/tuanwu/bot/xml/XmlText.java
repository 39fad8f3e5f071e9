package cn.tuanwu.bot.xml;

/** Writes an element after another. Names are ours, texts are anybody's. */
public final class XmlText {
    private final StringBuilder xml = new StringBuilder();

    public XmlText open(String name) {
        xml.append('<').append(name).append('>');
        return this;
    }

    public XmlText close(String name) {
        xml.append("</").append(name).append('>');
        return this;
    }

    public XmlText words(String name, String text) {
        return open(name).cdata(text).close(name);
    }

    public XmlText number(String name, long number) {
        open(name);
        xml.append(number);
        return close(name);
    }

    /** Appends elements that were written by another of this class. */
    public XmlText inside(String elements) {
        xml.append(elements);
        return this;
    }

    @Override
    public String toString() {
        return xml.toString();
    }

    /** The end mark inside the text is split over two sections; characters XML can't carry are left out. */
    private XmlText cdata(String text) {
        String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        xml.append("<![CDATA[").append(clean.replace("]]>", "]]]]><![CDATA[>")).append("]]>");
        return this;
    }
}
