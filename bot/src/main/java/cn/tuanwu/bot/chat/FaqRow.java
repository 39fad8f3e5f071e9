package cn.tuanwu.bot.chat;

class FaqRow {
    String keyword;
    String answer;
    int position;
}
