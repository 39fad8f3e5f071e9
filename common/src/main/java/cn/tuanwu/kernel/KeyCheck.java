package cn.tuanwu.kernel;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Refuses to start with a data key file that did not seal this database. */
@Component
class KeyCheck implements InitializingBean {
    private final Keys keys;
    private final Rows rows;

    KeyCheck(Keys keys, Rows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void afterPropertiesSet() {
        byte[] mine = keys.mac("key-check");
        rows.insert(keys.id(), mine);
        if (rows.matching(keys.id(), mine) == 0) {
            throw new Settings.WrongSettings(List.of("The data key file is not the one this database was sealed with:"
                    + " copy TUANWU_KEY_FILE from the first node or from the backup"));
        }
    }

    @Mapper
    interface Rows {
        @Insert("INSERT IGNORE INTO key_check (key_id, check_value, created_at)"
                + " VALUES (#{id}, #{check}, UTC_TIMESTAMP(3))")
        int insert(@Param("id") String id, @Param("check") byte[] check);

        @Select("SELECT COUNT(*) FROM key_check WHERE key_id = #{id} AND check_value = #{check}")
        int matching(@Param("id") String id, @Param("check") byte[] check);
    }
}
