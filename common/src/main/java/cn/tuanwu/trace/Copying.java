package cn.tuanwu.trace;

import java.util.List;

/** Says what one room holds of a person, for their own copy of it: nothing masked, so only for whoever was proven anew. */
public interface Copying {
    List<Section> copy(Person person);

    /** Papers and pictures, opened one at a time. */
    default List<Attachment> files(Person person) {
        return List.of();
    }

    /** Where it stands in the copy. */
    int place();
}
