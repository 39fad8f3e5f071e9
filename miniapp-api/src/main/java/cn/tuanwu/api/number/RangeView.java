package cn.tuanwu.api.number;

import cn.tuanwu.number.NumberRange;

/** A run of numbers as pages show it. */
record RangeView(String start, String end, int size) {
    static RangeView of(NumberRange range) {
        return new RangeView(range.start(), range.end(), range.size());
    }
}
