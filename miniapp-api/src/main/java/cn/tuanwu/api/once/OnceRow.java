package cn.tuanwu.api.once;

class OnceRow {
    byte[] requestHash;
    byte[] answer;
}
