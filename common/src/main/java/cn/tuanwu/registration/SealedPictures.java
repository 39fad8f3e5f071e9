package cn.tuanwu.registration;

import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.photo.PhotoDesk;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws pictures anew and seals them before they rest anywhere. */
@Component
class SealedPictures {
    private final PhotoDesk photos;
    private final PhotoShelf shelf;
    private final Seal seal;

    SealedPictures(PhotoDesk photos, PhotoShelf shelf, Seal seal) {
        this.photos = photos;
        this.shelf = shelf;
        this.seal = seal;
    }

    /** Keeps it under this id, which no other picture has; false for what is no picture, broken, or immense. */
    boolean keep(long id, byte[] file) {
        Optional<byte[]> picture = photos.redrawn(file);
        picture.ifPresent(
                drawn -> shelf.put(id, seal.seal(place(id), Base64.getEncoder().encodeToString(drawn))));
        return picture.isPresent();
    }

    /** A JPEG. */
    Optional<byte[]> open(long id) {
        return shelf.get(id).map(kept -> Base64.getDecoder().decode(seal.open(place(id), kept)));
    }

    void drop(long id) {
        shelf.drop(id);
    }

    private static Place place(long id) {
        return new Place("evidence_photo", "file", id);
    }
}
