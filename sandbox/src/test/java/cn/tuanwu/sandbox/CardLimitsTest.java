package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit of a template card, and the code a card gets that breaks it. {@code X30} stands for thirty characters. */
@Tag("edge")
class CardLimitsTest {

    private static Stage stage;
    private static int cards;

    @BeforeAll
    static void open() throws Exception {
        stage = Stage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** Break: in TemplateCards.fault, leave out one part. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'card_type':'poster'                                                          | 42031",
                "'task_id':'a b'                                                               | 42014",
                "'task_id':''                                                                  | 42014",
                "'task_id':'X129'                                                              | 42014",
                "'source':{'desc':'X21'}                                                       | 40058",
                "'main_title':{'title':'X37'}                                                  | 40058",
                "'main_title':{'title':'报到','desc':'X45'}                                      | 40058",
                "'main_title':{'desc':'X44'}                                                   | 40058",
                "'sub_title_text':'X161'                                                       | 40058",
                "'quote_area':{'type':1,'quote_text':'q'}                                      | 42028",
                "'quote_area':{'type':2,'quote_text':'q'}                                      | 42030",
                "'action_menu':{'action_list':[]}                                              | 40058",
                "'action_menu':{'action_list':[{'text':'a','key':'k'},{'text':'b','key':'k'}]} | 42051",
                "'horizontal_content_list':[{'keyname':'X6'}]                                  | 40058",
                "'horizontal_content_list':[{'keyname':'k','value':'X31'}]                     | 40058",
                "'horizontal_content_list':[{'keyname':'k','type':1}]                          | 42028",
                "'horizontal_content_list':[{'keyname':'k','type':2}]                          | 42029",
                "'horizontal_content_list':[{'keyname':'k','type':2,'media_id':'gone'}]        | 40007",
                "'horizontal_content_list':[{'keyname':'k','type':3}]                          | 42050",
                "'horizontal_content_list':[R,R,R,R,R,R,R]                                     | 42035",
                "'jump_list':[{'title':'X19'}]                                                 | 40058",
                "'jump_list':[{'title':''}]                                                    | 42033",
                "'jump_list':[{'title':'看','type':2}]                                          | 42030",
                "'jump_list':[{'title':'看'},{'title':'看'},{'title':'看'},{'title':'看'}]         | 42042",
                "'card_action':{'type':1}                                                      | 42028",
                "'button_list':[B,B,B,B,B,B,B]                                                 | 40058",
                "'button_list':[B,B]                                                           | 42018",
                "'button_list':[{'key':'X1025','text':'同意'}]                                   | 42018",
                "'button_list':[{'key':'k','text':'同意','style':5}]                             | 40058",
                "'button_list':[{'type':1,'text':'详情'}]                                        | 42028",
                "'button_selection':{'option_list':[O]}                                        | 42043",
                "'button_selection':{'question_key':'q','option_list':[O,O]}                   | 42040",
                "'button_selection':{'question_key':'q','option_list':[{'id':'1'}]}            | 42041",
                "'button_selection':{'question_key':'q','option_list':[{'id':'X129','text':'t'}]} | 42040",
                "'button_selection':{'question_key':'q','option_list':[{'id':'1','text':'X17'}]} | 40058",
                "'card_type':'text_notice'                                                     | 42045",
                "'card_type':'news_notice','card_action':{'type':1,'url':'u'}                  | 42044",
                "'card_type':'news_notice','card_action':A,'card_image':{'url':'u','aspect_ratio':3} | 40058",
                "'card_type':'news_notice','card_action':A,'card_image':{'url':'u'},'vertical_content_list':[{'desc':'d'}] | 42033",
                "'card_type':'news_notice','card_action':A,'card_image':{'url':'u'},'vertical_content_list':[V,V,V,V,V] | 42036",
                "'card_type':'vote_interaction','checkbox':{'question_key':'q','option_list':[]} | 42037",
                "'card_type':'vote_interaction','checkbox':{'question_key':'q','option_list':[O]} | 42046",
                "'card_type':'multiple_interaction','select_list':[]                           | 42047",
                "'source':{'desc':'X20'}                                                       | 0",
                "'button_selection':{'question_key':'q','option_list':[{'id':'1','text':'X16'}]} | 0"
            })
    void aCardOutsideTheLimitsGetsTheCodeOfItsFault(String change, int errcode) throws Exception {
        assertThat(send(change)).isEqualTo(errcode);
    }

    /** The last of two fields of one name counts, so a change stands behind what it changes. */
    private static int send(String change) throws Exception {
        String usual = "'card_type':'button_interaction','task_id':'task-" + ++cards + "','main_title':{'title':'报到'},"
                + "'button_list':[B],";
        String card = (usual + change)
                .replaceAll("\\bR\\b", "{'keyname':'k'}")
                .replaceAll("\\bB\\b", "{'key':'k','text':'同意'}")
                .replaceAll("\\bO\\b", "{'id':'1','text':'t'}")
                .replaceAll("\\bV\\b", "{'title':'t'}")
                .replaceAll("\\bA\\b", "{'type':1,'url':'u'}");
        Matcher lengths = Pattern.compile("X(\\d+)").matcher(card);
        card = lengths.replaceAll(found -> "字".repeat(Integer.parseInt(found.group(1))));
        if (change.contains("task_id") || change.contains("'key':'X")) {
            card = card.replace('字', 'x');
        }
        String body =
                "{'touser':'zhangsan','agentid':1000002,'msgtype':'template_card','template_card':{" + card + "}}";
        String path = "/platform/qyapi/cgi-bin/message/send?access_token="
                + stage.weCom().getAccessToken();
        return stage.post(path, body.replace('\'', '"')).path("errcode").asInt(-1);
    }
}
