package cn.tuanwu.api.transfer;

import cn.tuanwu.api.TypedId;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.Wish;

/**
 * A wish as pages send it; whatever is missing is told beside its field.
 *
 * @param targetId null out of the province
 * @param place null inside the province
 */
public record TypedWish(
        Transfer.Kind kind, Transfer.Reason reason, String words, String unit, String targetId, Transfer.Place place) {

    public Wish wish() {
        return new Wish(kind, reason, words, unit, targetId == null ? null : TypedId.of(targetId), place);
    }

    @Override
    public String toString() {
        return "TypedWish[" + kind + "]";
    }
}
