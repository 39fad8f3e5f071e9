package cn.tuanwu.kernel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.support.RoomTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class KeyCheckTest {

    @Autowired
    Keys keys;

    @Autowired
    KeyCheck.Rows rows;

    @Test
    void aNodeWithAnotherKeyFileIsRefused(@TempDir Path folder) {
        Keys foreign = Keys.at(folder.resolve("foreign"));
        assertThatThrownBy(() -> new KeyCheck(foreign, rows).afterPropertiesSet())
                .hasMessageContaining("not the one this database was sealed with");
        assertThatCode(() -> new KeyCheck(keys, rows).afterPropertiesSet()).doesNotThrowAnyException();
    }
}
