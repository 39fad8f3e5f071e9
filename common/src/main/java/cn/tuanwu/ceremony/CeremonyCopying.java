package cn.tuanwu.ceremony;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import java.util.List;
import org.springframework.stereotype.Component;

/** The oath: when, where, before whom. */
@Component
class CeremonyCopying implements Copying {
    private final OathRows oaths;
    private final CeremonyShelf shelf;

    CeremonyCopying(OathRows oaths, CeremonyShelf shelf) {
        this.oaths = oaths;
        this.shelf = shelf;
    }

    @Override
    public int place() {
        return 80;
    }

    @Override
    public List<Section> copy(Person person) {
        Long ceremony = person.registrationId() == null ? null : oaths.ofMember(person.registrationId());
        return ceremony == null
                ? List.of()
                : shelf.find(ceremony).stream().map(CeremonyCopying::section).toList();
    }

    private static Section section(Ceremony ceremony) {
        return new Section(
                "oath",
                "入团宣誓",
                List.of(row().with("heldAt", "时间", ceremony.heldAt())
                        .with("place", "地点", ceremony.place())
                        .with("organisation", "举办组织", ceremony.organisation().name())
                        .with("theme", "主题", ceremony.theme())
                        .fields()));
    }
}
