package cn.tuanwu.bot.callback;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.kernel.Settings;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The vector of WeChat Work's own sample code. */
@Tag("story")
class OfficialVectorTest {
    private static final String QUERY = "msg_signature=5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3&timestamp=1409659589"
            + "&nonce=263014780&echostr=P9nAzCzyDtyTWESHep1vC5X9xho%2FqYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp"
            + "%2B4RPcs8TgAE7OaBO%2BFZXvnaqQ%3D%3D";

    @Test
    void theOfficialVectorIsAnsweredWithItsText() throws IOException {
        MockHttpServletResponse answer = proved("P36500D");
        assertThat(answer.getContentAsString()).isEqualTo("1616140317555161061");
        assertThat(answer.getStatus()).isEqualTo(200);
    }

    @Test
    void aVectorOfTwentyFourteenIsTooOldForTheUsualWindow() throws IOException {
        assertThat(proved("PT10M").getStatus()).isEqualTo(403);
        assertThat(proved("PT10M").getContentAsString()).isEmpty();
    }

    private static MockHttpServletResponse proved(String window) throws IOException {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("TUANWU_WECOM_CORP_ID", "wx5823bf96d3bd56c7")
                .withProperty("TUANWU_WECOM_TOKEN", "QDG6eK")
                .withProperty("TUANWU_WECOM_AES_KEY", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C")
                .withProperty("TUANWU_CALLBACK_WINDOW", window);
        BotSettings settings = BotSettings.read(new Settings(environment));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/callback/wecom");
        request.setQueryString(QUERY);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new WeComDoor(settings, null, Clock.systemUTC()).prove(request, response);
        return response;
    }
}
