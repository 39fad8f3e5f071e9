package cn.tuanwu.sandbox;

import java.util.List;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.templatecard.HorizontalContent;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButton;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButtonSelection;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButtonSelectionOption;

/** The card an operator gets, built the way an application builds it. */
final class ReviewCards {

    private ReviewCards() {}

    static WxCpMessage to(String receivers, String taskId) {
        return WxCpMessage.TEMPLATECARD()
                .agentId(1000002)
                .toUser(receivers)
                .cardType("button_interaction")
                .taskId(taskId)
                .sourceDesc("团务")
                .mainTitleTitle("团员报到待审核")
                .mainTitleDesc("数学学院2301团支部")
                .horizontalContents(List.of(
                        HorizontalContent.builder().keyname("姓名").value("张*").build()))
                .buttonSelection(TemplateCardButtonSelection.builder()
                        .questionKey("reason")
                        .title("退回原因")
                        .optionList(List.of(option("name", "姓名有误"), option("month", "入团年月有误")))
                        .build())
                .buttons(List.of(button("approve", "同意", 1), button("return", "退回", 2)))
                .build();
    }

    static String closed(String title) {
        return "<TemplateCard><CardType><![CDATA[text_notice]]></CardType><MainTitle><Title><![CDATA[" + title
                + "]]></Title></MainTitle>"
                + "<HorizontalContentList><KeyName><![CDATA[姓名]]></KeyName><Value><![CDATA[张*]]></Value>"
                + "</HorizontalContentList>"
                + "<HorizontalContentList><KeyName><![CDATA[入团年月]]></KeyName><Value><![CDATA[2019-05]]></Value>"
                + "</HorizontalContentList>"
                + "<CardAction><Type>1</Type><Url><![CDATA[http://demo.example/]]></Url></CardAction></TemplateCard>";
    }

    private static TemplateCardButtonSelectionOption option(String id, String text) {
        return TemplateCardButtonSelectionOption.builder().id(id).text(text).build();
    }

    private static TemplateCardButton button(String key, String text, int style) {
        return TemplateCardButton.builder().key(key).text(text).style(style).build();
    }
}
