package cn.tuanwu.audit;

import cn.tuanwu.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.springframework.stereotype.Service;

/** Appends audit lines. Always called inside the transaction of the deed, so neither exists without the other. */
@Service
public class AuditDesk {
    private final Rows rows;
    private final Ids ids;
    private final Clock clock;

    AuditDesk(Rows rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param actor kind and id ("staff:201", "account:…", "system"), never a name or number of a person
     * @param action a past participle ("registration.approved")
     * @param detail a code or count, or null; never personal data
     */
    public void append(String actor, String action, String subjectKind, long subjectId, String detail) {
        rows.insert(ids.next(), clock.instant(), actor, action, subjectKind, subjectId, detail);
    }

    @Mapper
    interface Rows {
        @Insert("INSERT INTO audit (id, happened_at, actor, action, subject_kind, subject_id, detail)"
                + " VALUES (#{id}, #{at}, #{actor}, #{action}, #{kind}, #{subject}, #{detail})")
        void insert(
                @Param("id") long id,
                @Param("at") Instant at,
                @Param("actor") String actor,
                @Param("action") String action,
                @Param("kind") String kind,
                @Param("subject") long subject,
                @Param("detail") String detail);
    }
}
