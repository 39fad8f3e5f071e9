package cn.tuanwu.review;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.springframework.stereotype.Component;

/**
 * What waited about the person is over. The tasks stay as numbers, so that a card that is tapped late is answered; the
 * words reviewers wrote about the person go.
 */
@Component
class ReviewErasing implements Erasing {
    private final Rows rows;
    private final TaskOpening tasks;

    ReviewErasing(Rows rows, TaskOpening tasks) {
        this.rows = rows;
        this.tasks = tasks;
    }

    @Override
    public void erase(Person person) {
        if (person.registrationId() == null) {
            return;
        }
        rows.open(person.registrationId()).forEach(tasks::cancel);
        rows.unsay(person.registrationId());
        rows.unsayOfBatches(person.registrationId());
    }

    @Mapper
    interface Rows {
        @Select("SELECT id FROM review_task WHERE registration_id = #{registration} AND state = 'OPEN'")
        List<Long> open(long registration);

        @Update("UPDATE review_task SET reason = NULL WHERE registration_id = #{registration}")
        void unsay(long registration);

        @Update("UPDATE review_batch_line l JOIN review_task t ON t.id = l.task_id SET l.text = NULL"
                + " WHERE t.registration_id = #{registration}")
        void unsayOfBatches(long registration);
    }
}
