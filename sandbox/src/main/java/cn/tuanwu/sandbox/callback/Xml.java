package cn.tuanwu.sandbox.callback;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Writes callback messages element by element, and reads replies without DTDs. */
final class Xml {

    private final StringBuilder text = new StringBuilder("<xml>");

    Xml words(String name, String value) {
        String safe = value.replace("]]>", "]]]]><![CDATA[>");
        text.append('<').append(name).append("><![CDATA[").append(safe).append("]]></");
        text.append(name).append('>');
        return this;
    }

    Xml number(String name, Object value) {
        text.append('<').append(name).append('>').append(value).append("</");
        text.append(name).append('>');
        return this;
    }

    Xml open(String name) {
        text.append('<').append(name).append('>');
        return this;
    }

    Xml close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    String end() {
        return text + "</xml>";
    }

    /** @throws IllegalArgumentException when this is not an XML document or brings a DTD */
    static Element read(String document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(document))).getDocumentElement();
        } catch (Exception unreadable) {
            throw new IllegalArgumentException("不是合法的 XML", unreadable);
        }
    }

    /** The text of a direct child; empty when there is none. */
    static String child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent();
            }
        }
        return "";
    }

    static Element element(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }
}
