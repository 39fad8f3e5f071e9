package cn.tuanwu.access;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.audit.AuditLine;
import cn.tuanwu.audit.AuditWish;
import cn.tuanwu.audit.AuditWords;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.trace.Section.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Who looked at something of a person's, or did something with it: by organisation and role, not by name. */
@Component
public class Looks {
    private static final int MOST = 500;
    private static final Map<Seat.Role, String> ROLES = Map.of(
            Seat.Role.ADMIN, "管理员",
            Seat.Role.OPERATOR, "运营者",
            Seat.Role.VIEWER, "查看者",
            Seat.Role.SECURITY, "安全管理员",
            Seat.Role.AUDITOR, "审计员");

    private final AuditDesk audit;
    private final Rows rows;
    private final Places places;
    private final OrgDesk organisations;

    Looks(AuditDesk audit, Rows rows, Places places, OrgDesk organisations) {
        this.audit = audit;
        this.rows = rows;
        this.places = places;
        this.organisations = organisations;
    }

    /** At one thing, newest first. */
    public List<List<Field>> at(String kind, long id) {
        AuditWish wish = new AuditWish(null, null, null, null, null, kind, id, null);
        return audit.find(wish, MOST).stream()
                .flatMap(line -> field(line).stream())
                .toList();
    }

    /** Empty for what the member or nobody did. */
    private Optional<List<Field>> field(AuditLine line) {
        String[] actor = line.actor().split(":");
        if (actor.length < 2 || !(actor[0].equals("staff") || actor[0].equals("org-account"))) {
            return Optional.empty();
        }
        long id = Long.parseLong(actor[1]);
        Optional<Places.Place> place = actor[0].equals("staff")
                ? places.of(id).stream().findFirst()
                : Optional.ofNullable(rows.of(id)).flatMap(this::place);
        return Optional.of(row().with("at", "时间", line.happenedAt())
                .with("what", "事项", AuditWords.of(line.action()))
                .with(
                        "organisation",
                        "组织",
                        place.map(Places.Place::organisation)
                                .map(Organisation::name)
                                .orElse("已离任"))
                .with(
                        "role",
                        "角色",
                        place.map(Places.Place::role).map(ROLES::get).orElse("已离任"))
                .fields());
    }

    private Optional<Places.Place> place(Kept kept) {
        return organisations.find(kept.organisationId()).map(found -> new Places.Place(found, kept.role()));
    }

    record Kept(long organisationId, Seat.Role role) {}

    @Mapper
    interface Rows {
        @Select("SELECT organisation_id, role FROM org_account WHERE id = #{account}")
        @ConstructorArgs({
            @Arg(column = "organisation_id", javaType = long.class),
            @Arg(column = "role", javaType = Seat.Role.class)
        })
        Kept of(long account);
    }
}
