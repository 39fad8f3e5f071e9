package cn.tuanwu.bot.xml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of an XML document in order, each with the name of its element. Attributes and nesting are left out. */
public record XmlFields(List<Field> fields) {
    private static final int MOST_FIELDS = 1_000;
    private static final XMLInputFactory FACTORY = safeFactory();

    public record Field(String name, String text) {}

    /** Empty when it is not well-formed, carries a DTD, or is far larger than any callback. */
    public static Optional<XmlFields> read(String xml) {
        try {
            return Optional.of(new XmlFields(fields(FACTORY.createXMLStreamReader(new StringReader(xml)))));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    /** The text of the first element of that name, empty when there is none. */
    public String text(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::text)
                .findFirst()
                .orElse("");
    }

    private static List<Field> fields(XMLStreamReader reader) throws XMLStreamException {
        List<Field> fields = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("DTD");
                case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    fields.add(new Field(reader.getLocalName(), text.toString().strip()));
                    text.setLength(0);
                }
                default -> {
                    // Comments and white space say nothing.
                }
            }
            if (fields.size() > MOST_FIELDS) {
                throw new XMLStreamException("too many elements");
            }
        }
        return List.copyOf(fields);
    }

    private static XMLInputFactory safeFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
