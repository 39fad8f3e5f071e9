package cn.tuanwu.sandbox.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.sandbox.callback.CallbackCrypto.Opened;
import java.util.Base64;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.Test;

class CallbackCryptoTest {

    private static final String TOKEN = "QDG6eK";
    private static final String CORP = "wx5823bf96d3bd56c7";
    private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    private final CallbackCrypto crypto = new CallbackCrypto(TOKEN, KEY);

    @Test
    void theOfficialExampleIsSignedAndOpened() {
        String echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
        assertThat(crypto.sign("1409659589", "263014780", echo)).isEqualTo("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
        assertThat(crypto.decrypt(echo)).isEqualTo(new Opened("1616140317555161061", CORP));
    }

    @Test
    void theSdkOpensWhatWeEncryptWhateverItsLength() {
        for (int length = 0; length < 70; length++) {
            String message = "团".repeat(length) + "𠮷";
            String encrypted = crypto.encrypt(new byte[16], message, CORP);
            String signature = crypto.sign("1", "2", encrypted);
            assertThat(sdk().decryptContent(signature, "1", "2", encrypted)).isEqualTo(message);
        }
    }

    @Test
    void weOpenWhatTheSdkEncrypts() {
        String encrypted = sdk().encrypt("0123456789abcdef", "<xml>同意</xml>");
        assertThat(crypto.decrypt(encrypted)).isEqualTo(new Opened("<xml>同意</xml>", CORP));
    }

    @Test
    void whatAnotherKeyEncryptedIsRefused() {
        CallbackCrypto other = new CallbackCrypto(TOKEN, "A".repeat(43));
        String encrypted = other.encrypt(new byte[16], "hello", CORP);
        assertThatThrownBy(() -> crypto.decrypt(encrypted)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> crypto.decrypt(Base64.getEncoder().encodeToString(new byte[5])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WxCpCryptUtil sdk() {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setCorpId(CORP);
        config.setToken(TOKEN);
        config.setAesKey(KEY);
        return new WxCpCryptUtil(config);
    }
}
