package cn.tuanwu.ceremony;

import java.util.Set;
import java.util.TreeSet;

/** The organisations a path names. */
final class TreePlaces {

    private TreePlaces() {}

    static Set<Long> of(String path) {
        Set<Long> ids = new TreeSet<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                ids.add(Long.valueOf(part));
            }
        }
        return ids;
    }

    static Set<Long> above(String path, long itself) {
        return minus(of(path), Set.of(itself));
    }

    static Set<Long> minus(Set<Long> all, Set<Long> these) {
        Set<Long> rest = new TreeSet<>(all);
        rest.removeAll(these);
        return rest;
    }
}
