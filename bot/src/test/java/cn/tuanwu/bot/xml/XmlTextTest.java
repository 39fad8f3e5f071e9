package cn.tuanwu.bot.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTextTest {

    @Test
    void nobodysWordsBreakOutOfTheirElement() {
        String xml = new XmlText()
                .open("xml")
                .words("Content", "]]></Content><Evil>1</Evil><Content><![CDATA[ & <b>")
                .close("xml")
                .toString();
        XmlFields read = XmlFields.read(xml).orElseThrow();
        assertThat(read.text("Evil")).isEmpty();
        assertThat(read.text("Content")).isEqualTo("]]></Content><Evil>1</Evil><Content><![CDATA[ & <b>");
    }

    @Test
    void charactersXmlCannotCarryAreLeftOut() {
        String xml = new XmlText().words("Content", "a\u0000\u0008b\uFFFE𠮷").toString();
        assertThat(XmlFields.read(xml).orElseThrow().text("Content")).isEqualTo("ab𠮷");
    }

    @Test
    void aThousandElementsAreTooMany() {
        assertThat(XmlFields.read("<xml>" + "<a/>".repeat(1_001) + "</xml>")).isEmpty();
    }
}
