package cn.tuanwu.api.org;

import cn.tuanwu.org.Organisation;

/**
 * A branch as pages show it.
 *
 * @param path the names above it and its own, for people
 */
public record BranchView(String id, String name, String path) {

    public static BranchView of(Organisation branch, String path) {
        return new BranchView(Long.toString(branch.id()), branch.name(), path);
    }
}
