package cn.tuanwu.bot.inbox;

class InboxRow {
    long id;
    Event.Source source;
    byte[] payload;
    byte[] answer;
    int claimNo;
    int attempts;
}
