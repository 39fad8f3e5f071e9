package cn.tuanwu.graduation;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.springframework.stereotype.Component;

/** The mark of an exception, and the person's lines in batches. */
@Component
class GraduationErasing implements Erasing {
    private final Rows rows;

    GraduationErasing(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void erase(Person person) {
        if (person.registrationId() != null) {
            rows.mark(person.registrationId());
            rows.lines(person.registrationId());
        }
    }

    @Mapper
    interface Rows {
        @Delete("DELETE FROM graduation_mark WHERE registration_id = #{registration}")
        void mark(long registration);

        @Delete("DELETE FROM graduate_line WHERE registration_id = #{registration}")
        void lines(long registration);
    }
}
