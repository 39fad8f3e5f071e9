package cn.tuanwu.file;

import cn.tuanwu.kernel.Keys;
import cn.tuanwu.kernel.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which store this house has. */
@Configuration(proxyBeanMethods = false)
class FileStores {

    @Bean
    FileStore fileStore(Environment environment, Keys keys, FileLinks links) {
        Settings settings = new Settings(environment);
        FileSettings files = FileSettings.read(settings);
        settings.refuseFaults();
        return files.oss() == null ? new FolderFiles(files.folder(), keys.seal(), links) : new OssFiles(files.oss());
    }
}
