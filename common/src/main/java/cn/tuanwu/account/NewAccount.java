package cn.tuanwu.account;

import cn.tuanwu.kernel.Phone;
import java.util.Optional;

/**
 * What someone sends to register (seed guide: 手机号, 登录密码, 所在高校).
 *
 * @param phone as typed
 * @param proven the phone the platform vouches for, instead of {@code phone} and {@code smsCode}; or null
 * @param miniProgramOpenid from the platform's login, or null
 * @param scan the token of the official account's link, or null
 */
public record NewAccount(
        String phone,
        Phone proven,
        String smsCode,
        String password,
        Long universityId,
        String miniProgramOpenid,
        String scan) {

    public NewAccount(
            String phone, String smsCode, String password, Long universityId, String miniProgramOpenid, String scan) {
        this(phone, null, smsCode, password, universityId, miniProgramOpenid, scan);
    }

    Optional<Phone> readPhone() {
        return proven == null ? Phone.read(phone) : Optional.of(proven);
    }

    @Override
    public String toString() {
        return "NewAccount[…]";
    }
}
