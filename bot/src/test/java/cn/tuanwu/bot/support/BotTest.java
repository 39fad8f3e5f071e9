package cn.tuanwu.bot.support;

import cn.tuanwu.bot.BotApplication;
import cn.tuanwu.support.People;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.ContextConfiguration;

/** The whole bot on a port, on a real MariaDB with the demo province, its platforms faked. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = {BotApplication.class, People.class, Phones.class, Calm.class, RoomyAllowance.class},
        properties = {"TUANWU_QUIET=00:00-00:00", "TUANWU_ANSWER_BUDGET=PT4S"},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = BotWorld.class)
public @interface BotTest {}
