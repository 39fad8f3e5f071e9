package cn.tuanwu.file;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where files rest, out of anybody's reach but this house's: a folder that all nodes share, or Alibaba Cloud OSS. It knows
 * keys and bytes; whose they are, and who may see them, is in the rooms that keep the rows. Never called inside a
 * transaction. A key is a room's word, a slash, an id and an ending: {@code form/17.pdf}.
 */
public interface FileStore {
    /**
     * Keeps it under this key, whole: what is there afterwards was measured (length, MD5) and is this. Putting the same again
     * changes nothing.
     *
     * @param type its media type
     * @throws Unavailable when it is not known to be kept; something of it may be there, for a sweeper to drop
     */
    void put(String key, byte[] content, String type);

    /** @throws Unavailable when nobody knows */
    Optional<byte[]> get(String key);

    /**
     * Whether or not it is there.
     *
     * @throws Unavailable when it may still be there
     */
    void drop(String key);

    /** Keys that begin so and come after that one, in their order; for a sweeper. */
    List<Kept> list(String prefix, String after, int most);

    /**
     * Whoever has this address reads the file, until it ends; it is to be given only to someone who may, after the line in the
     * audit.
     *
     * @param name what people will call the file
     * @param life up to ten minutes
     * @return absolute, or a path of this house
     */
    URI link(String key, String name, Duration life);

    /** Something that is there, since when. */
    record Kept(String key, long size, Instant since) {}

    /** The store is down, slow, or lost it. The sentence for people is the caller's to say. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
