package cn.tuanwu.account;

/**
 * How someone proves that a phone is theirs: with its account's password, or with the code of an SMS.
 *
 * @param phone as typed, or as the provider gave it
 * @param password null when {@code smsCode} is the proof
 * @param universityId for an account that is yet to be made; may be null
 * @param miniProgramOpenid from the platform's login, or null
 * @param scan the token of the official account's link, or null
 */
public record PhoneProof(
        String phone, String password, String smsCode, Long universityId, String miniProgramOpenid, String scan) {

    @Override
    public String toString() {
        return "PhoneProof[…]";
    }
}
