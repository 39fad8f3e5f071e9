package cn.tuanwu;

import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Keys;
import cn.tuanwu.kernel.Settings;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.Environment;

/** All rooms of the house, for an application to import. The clock and the ids come from here. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "cn.tuanwu.kernel",
            "cn.tuanwu.audit",
            "cn.tuanwu.push",
            "cn.tuanwu.letters",
            "cn.tuanwu.file",
            "cn.tuanwu.trace",
            "cn.tuanwu.photo",
            "cn.tuanwu.pdf",
            "cn.tuanwu.org",
            "cn.tuanwu.access",
            "cn.tuanwu.change",
            "cn.tuanwu.job",
            "cn.tuanwu.invite",
            "cn.tuanwu.account",
            "cn.tuanwu.number",
            "cn.tuanwu.realname",
            "cn.tuanwu.registration",
            "cn.tuanwu.intake",
            "cn.tuanwu.rebind",
            "cn.tuanwu.form",
            "cn.tuanwu.capture",
            "cn.tuanwu.transfer",
            "cn.tuanwu.graduation",
            "cn.tuanwu.leaving",
            "cn.tuanwu.erasure",
            "cn.tuanwu.review",
            "cn.tuanwu.ceremony",
            "cn.tuanwu.insight"
        })
@MapperScan(
        basePackages = "cn.tuanwu",
        annotationClass = Mapper.class,
        // Two rooms may each have their BatchRows.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class TuanwuRooms {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids(Clock clock) {
        return new Ids(clock);
    }

    @Bean
    Keys keys(Environment environment) {
        Settings settings = new Settings(environment);
        String file = settings.optional("TUANWU_KEY_FILE", System.getProperty("user.home") + "/.tuanwu/keys");
        return Keys.at(Path.of(file));
    }
}
