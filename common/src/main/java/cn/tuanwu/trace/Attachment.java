package cn.tuanwu.trace;

import java.util.Optional;
import java.util.function.Supplier;

/** @param open throws when the store is down, is empty when the file is gone */
public record Attachment(String name, Supplier<Optional<byte[]>> open) {}
