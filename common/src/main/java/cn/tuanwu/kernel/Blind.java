package cn.tuanwu.kernel;

import org.springframework.stereotype.Component;

/** The blind index: a keyed hash that finds an equal value without telling it. Equality only. */
@Component
public class Blind {
    private final Keys keys;

    public Blind(Keys keys) {
        this.keys = keys;
    }

    /**
     * @param kind what is hashed ("phone", "document"): the same text of two kinds gives two hashes
     * @param value already in its normal form: the index knows no spelling variants
     */
    public byte[] of(String kind, String value) {
        return keys.mac(kind + '\n' + value);
    }
}
