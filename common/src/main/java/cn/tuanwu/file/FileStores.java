package cn.tuanwu.file;

import cn.tuanwu.kernel.Keys;
import cn.tuanwu.kernel.Settings;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which store this house has. */
@Configuration(proxyBeanMethods = false)
class FileStores {

    @Bean
    FileStore fileStore(Environment environment, Keys keys, FileLinks links) {
        String home = System.getProperty("user.home") + "/.tuanwu/files";
        Path folder = Path.of(new Settings(environment).optional("TUANWU_FILES", home), "objects");
        return new FolderFiles(folder.toAbsolutePath().normalize(), keys.seal(), links);
    }
}
