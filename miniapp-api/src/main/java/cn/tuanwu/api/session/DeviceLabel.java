package cn.tuanwu.api.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** What kind of device asks, in words its owner knows; the rest of what it says of itself is not kept. */
final class DeviceLabel {
    private static final Map<String, String> KINDS = kinds();

    private DeviceLabel() {}

    static String of(String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        String kind = KINDS.entrySet().stream()
                .filter(known -> text.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("其他设备");
        return text.contains("MicroMessenger") ? kind + " · 微信" : kind;
    }

    /** The first that is found counts: a telephone names its maker's computers as well. */
    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("iPhone", "iPhone");
        kinds.put("iPad", "iPad");
        kinds.put("HarmonyOS", "鸿蒙手机");
        kinds.put("Android", "安卓手机");
        kinds.put("Windows", "Windows 电脑");
        kinds.put("Macintosh", "Mac 电脑");
        kinds.put("Linux", "Linux 电脑");
        return kinds;
    }
}
