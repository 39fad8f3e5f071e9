package cn.tuanwu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import me.chanjar.weixin.mp.api.WxMpService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("edge")
class MenusTest {

    private static final String MENU = """
            {"button":[{"name":"报到","sub_button":[{"type":"click","name":"进度","key":"PROGRESS"},
            {"type":"view","name":"帮助","url":"http://demo.example/help"}]},
            {"type":"click","name":"待审核","key":"PENDING"}]}""";

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theOfficialAccountsMenuIsKeptShownAndTakenAway() throws Exception {
        WxMpService account = stage.officialAccount();
        account.getMenuService().menuCreate(MENU);
        assertThat(account.getMenuService().menuGet().getMenu().getButtons())
                .extracting(button -> button.getName())
                .containsExactly("报到", "待审核");
        JsonNode shown = stage.get("/sandbox/state").path("menus").path("OFFICIAL_ACCOUNT");
        assertThat(shown.get(0).path("sub_button").get(0).path("key").asString())
                .isEqualTo("PROGRESS");
        account.getMenuService().menuDelete();
        assertThat(stage.get("/sandbox/state").path("menus")).isEmpty();
    }

    @Test
    void theApplicationsMenuIsTappedInWeChatWork() throws Exception {
        assertThat(create("?agentid=1000002&access_token=" + token(), MENU)).isZero();
        stage.post("/sandbox/operators/lisi/menu", "{\"key\":\"PENDING\"}");
        assertThat(stage.bot.last())
                .contains("<Event><![CDATA[click]]></Event><EventKey><![CDATA[PENDING]]></EventKey>");
        assertThat(stage.get("/sandbox/state").path("menus").path("WECOM")).hasSize(2);
        assertThat(create("?agentid=7&access_token=" + token(), MENU)).isEqualTo(301002);
    }

    @Test
    void aMenuThePlatformCouldNotShowIsRefused() throws Exception {
        assertThat(create("{'button':[]}")).isEqualTo(40016);
        assertThat(create("{'button':[{'type':'click','name':'名字超过十六个字节','key':'A'}]}"))
                .isEqualTo(40018);
        assertThat(create("{'button':[{'type':'shout','name':'喊','key':'A'}]}")).isEqualTo(40017);
        assertThat(create("{'button':[{'type':'click','name':'进度'}]}")).isEqualTo(40019);
        assertThat(create("{'button':[{'type':'view','name':'帮助'}]}")).isEqualTo(40020);
    }

    private int create(String menu) throws Exception {
        return create("?agentid=1000002&access_token=" + token(), menu.replace('\'', '"'));
    }

    private int create(String query, String menu) throws Exception {
        return stage.post("/platform/qyapi/cgi-bin/menu/create" + query, menu)
                .path("errcode")
                .asInt();
    }

    private String token() throws Exception {
        return stage.weCom().getAccessToken();
    }
}
