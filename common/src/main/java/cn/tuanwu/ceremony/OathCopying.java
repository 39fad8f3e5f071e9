package cn.tuanwu.ceremony;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where somebody took the oath. */
@Component
class OathCopying implements Copying {
    private final Rows rows;

    OathCopying(Rows rows) {
        this.rows = rows;
    }

    @Override
    public int place() {
        return 80;
    }

    @Override
    public List<Section> copy(Person person) {
        return person.registrationId() == null
                ? List.of()
                : List.of(new Section(
                        "ceremonies",
                        "入团仪式",
                        rows.of(person.registrationId()).stream()
                                .map(oath -> row().with("heldAt", "时间", oath.heldAt)
                                        .with("organisation", "团组织", oath.organisation)
                                        .with("place", "地点", oath.place)
                                        .with("theme", "主题", oath.theme)
                                        .fields())
                                .toList()));
    }

    static class Oath {
        Instant heldAt;
        String organisation;
        String place;
        String theme;
    }

    @Mapper
    interface Rows {
        @Select("SELECT c.held_at, o.name AS organisation, c.place, c.theme FROM ceremony_oath w"
                + " JOIN ceremony c ON c.id = w.ceremony_id JOIN organisation o ON o.id = c.organisation_id"
                + " WHERE w.registration_id = #{registration} AND c.deleted = 0")
        List<Oath> of(long registration);
    }
}
