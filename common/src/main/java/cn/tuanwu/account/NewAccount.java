package cn.tuanwu.account;

/**
 * What someone sends to register (seed guide: 手机号, 登录密码, 所在高校).
 *
 * @param phone as typed
 * @param miniProgramOpenid from the platform's login, or null
 * @param scan the token of the official account's link, or null
 */
public record NewAccount(
        String phone, String smsCode, String password, Long universityId, String miniProgramOpenid, String scan) {

    @Override
    public String toString() {
        return "NewAccount[…]";
    }
}
