package cn.tuanwu.api.account;

import cn.binarywang.wx.miniapp.api.WxMaService;
import java.util.Optional;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.error.WxErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the platform whose login code this is. The session key in its answer stays there: nothing here needs it. Without an
 * answer an account is made all the same, only results can't be pushed to the mini-program.
 */
@Component
public class LoginCodes {
    private static final Logger log = LoggerFactory.getLogger(LoginCodes.class);

    /** The client library puts the code into a URL as it is. */
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z_~.-]{1,128}");

    private static final Pattern OPENID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private final WxMaService platform;

    LoginCodes(WxMaService platform) {
        this.platform = platform;
    }

    /** Whose code this is; empty when the platform does not say. */
    public Optional<String> openid(String loginCode) {
        if (loginCode == null || !CODE.matcher(loginCode).matches()) {
            return Optional.empty();
        }
        try {
            String openid = platform.jsCode2SessionInfo(loginCode).getOpenid();
            return Optional.ofNullable(openid).filter(id -> OPENID.matcher(id).matches());
        } catch (WxErrorException e) {
            log.warn(
                    "The mini-program platform refused a login code with {}: the account stays unbound, its results"
                            + " will not be pushed there",
                    e.getError().getErrorCode());
        } catch (RuntimeException e) {
            log.warn(
                    "The mini-program platform did not answer for a login code ({}): the account stays unbound, its"
                            + " results will not be pushed there",
                    e.getClass().getSimpleName());
        }
        return Optional.empty();
    }
}
