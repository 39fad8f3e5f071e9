package cn.tuanwu.review;

/** What a reviewer decides: 同意, or 退回 with a reason. */
public sealed interface Decision {

    record Approve() implements Decision {}

    record SendBack(ReturnReason reason) implements Decision {}
}
