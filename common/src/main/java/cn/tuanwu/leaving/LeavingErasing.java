package cn.tuanwu.leaving;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.springframework.stereotype.Component;

/**
 * What was asked about somebody: an open wish stops, what was typed goes. Where the account stays, what became of it does too,
 * for its owner to read.
 */
@Component
class LeavingErasing implements Erasing {
    private final LeavingRows requests;
    private final DelayRows delays;
    private final LeavingEnds ends;
    private final Rows rows;

    LeavingErasing(LeavingRows requests, DelayRows delays, LeavingEnds ends, Rows rows) {
        this.requests = requests;
        this.delays = delays;
        this.ends = ends;
        this.rows = rows;
    }

    @Override
    public void erase(Person person) {
        if (person.registrationId() != null) {
            LeavingRow open = requests.openOf(person.registrationId());
            if (open != null) {
                ends.end(open.id, Leaving.State.STOPPED, "system", LeavingEnds.NOBODY, "报到资料已删除");
            }
            requests.forget(person.registrationId());
            delays.forget(person.registrationId());
        }
        if (!person.accountStays()) {
            rows.forget(person.accountId());
        }
    }

    @Mapper
    interface Rows {
        @Delete("DELETE FROM leaving_request WHERE account_id = #{account}")
        int forget(long account);
    }
}
