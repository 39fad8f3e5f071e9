package cn.tuanwu.access;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where someone serves, and as what; asked anew at every use. */
@Component
public class Places {
    private final Rows rows;
    private final OrgDesk organisations;

    Places(Rows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    /** The highest organisation first. */
    public List<Place> of(long staffId) {
        return rows.of(staffId).stream()
                .flatMap(
                        place -> organisations
                                .find(place.organisationId())
                                .map(organisation -> new Place(organisation, place.role()))
                                .stream())
                .sorted((one, other) ->
                        one.organisation().path().compareTo(other.organisation().path()))
                .toList();
    }

    /** The organisations someone may look at without deciding anything. */
    public List<Organisation> lookedAtBy(long staffId) {
        return of(staffId).stream()
                .filter(place -> place.role() == Seat.Role.VIEWER)
                .map(Place::organisation)
                .toList();
    }

    public record Place(Organisation organisation, Seat.Role role) {}

    record Kept(long organisationId, Seat.Role role) {}

    @Mapper
    interface Rows {
        @Select("SELECT organisation_id, role FROM roster WHERE staff_id = #{staff}")
        @ConstructorArgs({
            @Arg(column = "organisation_id", javaType = long.class),
            @Arg(column = "role", javaType = Seat.Role.class)
        })
        List<Kept> of(long staff);
    }
}
