package cn.tuanwu.sandbox.demo;

import cn.tuanwu.servers.ServerFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The demo's secrets: made at random once, kept in its folder, readable by its user alone. */
final class Secrets {

    private static final List<String> NAMES = List.of(
            "DB_APP_PASSWORD",
            "DB_DDL_PASSWORD",
            "TUANWU_WECOM_SECRET",
            "TUANWU_WECOM_TOKEN",
            "TUANWU_WECOM_AES_KEY",
            "TUANWU_OA_SECRET",
            "TUANWU_OA_TOKEN",
            "TUANWU_OA_AES_KEY",
            "TUANWU_MINIAPP_SECRET",
            "TUANWU_OIDC_QNZS_CLIENT_SECRET",
            "TUANWU_OIDC_YHT_CLIENT_SECRET");

    private Secrets() {}

    static Map<String, String> in(Path folder) {
        Path file = folder.resolve("secrets.properties");
        Properties secrets = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    secrets.load(reader);
                }
            }
            SecureRandom random = new SecureRandom();
            NAMES.forEach(name -> secrets.computeIfAbsent(name, missing -> random(random)));
            write(file, secrets);
        } catch (IOException e) {
            throw new ServerFailure("The file " + file + " cannot be used: " + e.getMessage() + ".", e);
        }
        Map<String, String> values = new HashMap<>();
        NAMES.forEach(name -> values.put(name, secrets.getProperty(name)));
        return values;
    }

    private static void write(Path file, Properties secrets) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
        try (Writer writer = Files.newBufferedWriter(file)) {
            secrets.store(writer, "Made for the demo; remove the folder to have new ones.");
        }
    }

    /** 43 letters and digits: the form of the platforms' AES keys, which decode to exactly 32 bytes. */
    private static String random(SecureRandom random) {
        while (true) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            if (text.chars().allMatch(Character::isLetterOrDigit)) {
                return text;
            }
        }
    }
}
