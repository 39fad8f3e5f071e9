package cn.tuanwu.api.transfer;

import cn.tuanwu.org.Organisation;

/**
 * An organisation a transfer may lead to.
 *
 * @param path the names above it and its own, for people
 * @param label what kind it is, for people
 * @param branch false: a committee, which names the branch
 * @param code what its QR code says behind {@code /t/}
 */
record TargetView(String id, String name, String path, String label, boolean branch, String code) {

    static TargetView of(Organisation organisation, String path, String code) {
        return new TargetView(
                Long.toString(organisation.id()),
                organisation.name(),
                path,
                organisation.kind().label(),
                organisation.isBranch(),
                code);
    }
}
