package cn.tuanwu.registration;

import java.util.Optional;

/** Where pictures rest: out of anybody's reach but this house's, sealed before they are handed over. */
interface PhotoShelf {
    /** Putting the same again changes nothing. */
    void put(long id, byte[] sealed);

    Optional<byte[]> get(long id);

    /** Whether or not it is there. */
    void drop(long id);
}
