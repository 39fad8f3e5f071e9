package cn.tuanwu.api.graduation;

import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.registration.Registration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A branch full of approved members, as if they had all registered; and the branches they come from and go to. */
final class Cohort {
    private static final Ids IDS = RunningApi.bean(Ids.class);

    private Cohort() {}

    /** A branch of its own below a committee, with an operator's seat at the console: LOGIN "seat-" + id. */
    static void branch(long id, long parent, String name) {
        Tables.run(
                RunningApi.DATABASE,
                "INSERT IGNORE INTO organisation (id, parent_id, kind, name, short_name, code, initials, path) VALUES ("
                        + id + ", " + parent + ", 'BRANCH', '" + name + "', '" + name + "', 'grad-" + id
                        + "', 'BYS', '/1/10/" + parent + "/" + id + "/')");
        Tables.run(
                RunningApi.DATABASE,
                "INSERT IGNORE INTO org_account (id, organisation_id, login, password_hash, role) SELECT " + id + ", "
                        + id + ", 'seat-" + id + "', password_hash, 'OPERATOR' FROM org_account WHERE id = 301");
    }

    static List<Long> members(long branch, int count) {
        List<Long> made = new ArrayList<>();
        try (Connection database = Tables.connection()) {
            long check = check(database);
            for (int i = 0; i < count; i++) {
                made.add(member(database, branch, check, "毕业" + "甲乙丙丁戊己庚辛壬癸".charAt(i % 10)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        RunningApi.bean(Tx.class)
                .run(() -> made.forEach(id -> RunningApi.context().publishEvent(new Registration.Stepped(id))));
        return made;
    }

    private static long check(Connection database) throws SQLException {
        long id = IDS.next();
        try (PreparedStatement row = database.prepareStatement(
                "INSERT INTO realname_check (id, pair_blind, name, document_sealed, state, started_at, settled_at)"
                        + " VALUES (?, ?, '毕业', 'x', 'PASSED', NOW(3), NOW(3))")) {
            row.setLong(1, id);
            row.setBytes(2, RunningApi.bean(Blind.class).of("cohort", Long.toString(id)));
            row.execute();
        }
        return id;
    }

    private static long member(Connection database, long branch, long check, String name) throws SQLException {
        long id = IDS.next();
        Seal seal = RunningApi.bean(Seal.class);
        Blind blind = RunningApi.bean(Blind.class);
        String phone = People.phone();
        String document = People.residentId(LocalDate.of(2004, 5, 6).plusDays(id % 300));
        try (PreparedStatement account = database.prepareStatement(
                        "INSERT INTO account (id, phone_sealed, phone_blind, password_hash, university_id, created_at)"
                                + " VALUES (?, ?, ?, 'locked', 1, NOW(3))");
                PreparedStatement registration = database.prepareStatement(
                        "INSERT INTO registration (id, account_id, state, branch_id, name, document_kind, document_sealed,"
                                + " document_blind, birth_date, gender, join_month, ethnicity, political,"
                                + " full_time_education, occupation, realname_id, submitted_at, decided_at, created_at)"
                                + " VALUES (?, ?, 'APPROVED', ?, ?, 'RESIDENT_ID', ?, ?, '2004-05-06', '1', '2019-05', '01',"
                                + " '03', '21', '06', ?, NOW(3), NOW(3), NOW(3))");
                PreparedStatement member =
                        database.prepareStatement("INSERT INTO member (id, registration_id, account_id,"
                                + " branch_id, joined_at) VALUES (?, ?, ?, ?, NOW(3))")) {
            account.setLong(1, id);
            account.setBytes(2, seal.seal(new Place("account", "phone", id), phone));
            account.setBytes(3, blind.of("phone", phone));
            account.execute();
            registration.setLong(1, id);
            registration.setLong(2, id);
            registration.setLong(3, branch);
            registration.setString(4, name);
            registration.setBytes(5, seal.seal(new Place("registration", "document", id), document));
            registration.setBytes(6, blind.of("document", document + id));
            registration.setLong(7, check);
            registration.execute();
            member.setLong(1, id);
            member.setLong(2, id);
            member.setLong(3, id);
            member.setLong(4, branch);
            member.execute();
        }
        return id;
    }
}
