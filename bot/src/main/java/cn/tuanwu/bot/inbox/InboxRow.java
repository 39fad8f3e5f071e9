package cn.tuanwu.bot.inbox;

class InboxRow {
    long id;
    Event.Source source;
    byte[] payload;
    int claimNo;
    int attempts;
}
