package cn.tuanwu.api.account;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.WxMaPhoneNumberInfo;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.error.WxErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the platform for the phone its user agreed to give away: it vouches for the number, no SMS is needed. */
@Component
class PhoneConsent {
    private static final Logger log = LoggerFactory.getLogger(PhoneConsent.class);
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z_~.-]{1,128}");
    private static final String MAINLAND = "86";
    private static final Refusal FAILED = Refusal.at("phoneCode", "PHONE_CONSENT_FAILED", "没能从微信取得手机号，请重试，或改用短信验证码。");

    private final WxMaService platform;

    PhoneConsent(WxMaService platform) {
        this.platform = platform;
    }

    /** Refused with PHONE_CONSENT_FAILED, PHONE_INVALID when it is no mainland number. A code is good once. */
    Outcome<Phone> phone(String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            return Outcome.refused(FAILED);
        }
        try {
            WxMaPhoneNumberInfo info = platform.getUserService().getPhoneNumber(code);
            return info == null ? Outcome.refused(FAILED) : phone(info);
        } catch (WxErrorException e) {
            log.warn(
                    "The mini-program platform refused a phone code with {}: its user is asked for an SMS code instead",
                    e.getError().getErrorCode());
        } catch (RuntimeException e) {
            log.warn(
                    "The mini-program platform did not answer for a phone code ({}): its user is asked for an SMS code"
                            + " instead",
                    e.getClass().getSimpleName());
        }
        return Outcome.refused(FAILED);
    }

    private static Outcome<Phone> phone(WxMaPhoneNumberInfo info) {
        Optional<Phone> phone = Optional.of(info)
                .filter(given -> MAINLAND.equals(given.getCountryCode()))
                .flatMap(given -> Phone.read(given.getPurePhoneNumber()));
        return phone.map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.at("phoneCode", "PHONE_INVALID", "微信绑定的不是内地手机号，请改用短信验证码注册。")));
    }
}
