package cn.tuanwu.account;

/** Where an openid belongs; openids of two apps never meet. */
public enum WeChatApp {
    OFFICIAL_ACCOUNT,
    MINI_PROGRAM
}
