package cn.tuanwu.registration;

import cn.tuanwu.trace.Shelf;
import org.springframework.stereotype.Component;

/** What a picture of the shelf is called among files that are to go. */
@Component
class PhotoKeys implements Shelf {
    private static final String PREFIX = "photo/";

    private final PhotoShelf shelf;

    PhotoKeys(PhotoShelf shelf) {
        this.shelf = shelf;
    }

    static String of(long photo) {
        return PREFIX + photo;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void drop(String key) {
        shelf.drop(Long.parseLong(key.substring(PREFIX.length())));
    }
}
