package cn.tuanwu.access;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Service;

/** Which organisation answers for another: the nearest one with an admin, and the root where nobody else has one. */
@Service
public class Superiors {
    private final OrgDesk organisations;
    private final Rows rows;

    Superiors(OrgDesk organisations, Rows rows) {
        this.organisations = organisations;
        this.rows = rows;
    }

    /** At or above it. */
    public Organisation at(Organisation organisation) {
        return nearest(organisations.chain(organisation)).orElseThrow();
    }

    /** Above it; empty for the root alone. */
    public Optional<Organisation> above(Organisation organisation) {
        List<Organisation> chain = organisations.chain(organisation);
        return nearest(chain.subList(0, chain.size() - 1));
    }

    private Optional<Organisation> nearest(List<Organisation> chain) {
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> administered = rows
                .administered(chain.stream().map(Organisation::id).toList())
                .stream()
                .collect(Collectors.toSet());
        for (int i = chain.size() - 1; i > 0; i--) {
            if (administered.contains(chain.get(i).id())) {
                return Optional.of(chain.get(i));
            }
        }
        return Optional.of(chain.get(0));
    }

    @Mapper
    interface Rows {
        String AMONG = "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>";

        @Select("<script>SELECT organisation_id FROM org_account WHERE role = 'ADMIN' AND ended_at IS NULL"
                + " AND organisation_id IN " + AMONG
                + " UNION SELECT organisation_id FROM roster WHERE role = 'ADMIN' AND organisation_id IN " + AMONG
                + "</script>")
        List<Long> administered(@Param("ids") List<Long> organisations);
    }
}
