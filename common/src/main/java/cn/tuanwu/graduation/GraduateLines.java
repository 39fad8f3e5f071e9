package cn.tuanwu.graduation;

import cn.tuanwu.graduation.GraduateBatch.Line;
import cn.tuanwu.graduation.GraduateBatch.Report;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.transfer.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the lines of a batch, what was typed of a person sealed, and reads them some at a time. */
@Component
class GraduateLines {
    private static final int AT_A_TIME = 200;

    private final GraduateBatchRows rows;
    private final GraduateDesk graduates;
    private final Seal seal;
    private final JsonMapper json;

    GraduateLines(GraduateBatchRows rows, GraduateDesk graduates, Seal seal, JsonMapper json) {
        this.rows = rows;
        this.graduates = graduates;
        this.seal = seal;
        this.json = json;
    }

    byte[] sealed(long batch, Wish wish) {
        return seal.seal(wishPlace(batch), json.writeValueAsString(wish));
    }

    Wish wish(GraduateBatchRow row) {
        return json.readValue(seal.open(wishPlace(row.id), row.wishSealed), Wish.class);
    }

    void keepMembers(long batch, List<Long> registrations) {
        List<GraduateLineRow> lines = new ArrayList<>();
        for (long registration : registrations) {
            GraduateLineRow row = new GraduateLineRow();
            row.lineNo = lines.size() + 1;
            row.registrationId = registration;
            lines.add(row);
        }
        keep(batch, lines);
    }

    void keepSheet(long batch, List<Line> sheet) {
        keep(batch, sheet.stream().map(line -> row(batch, line)).toList());
    }

    Line line(long batch, GraduateLineRow row) {
        String[] cells = json.readValue(seal.open(cellsPlace(batch, row.lineNo), row.cellsSealed), String[].class);
        return new Line(row.lineNo, Arrays.asList(cells));
    }

    void each(long batch, Consumer<GraduateLineRow> work) {
        walk(batch, rows::lines, work);
    }

    void eachReport(long batch, Consumer<Report> work) {
        walk(batch, rows::reports, row -> work.accept(report(batch, row)));
    }

    private static void walk(
            long batch, BiFunction<Long, Integer, List<GraduateLineRow>> read, Consumer<GraduateLineRow> work) {
        int after = 0;
        for (List<GraduateLineRow> some = read.apply(batch, after); !some.isEmpty(); some = read.apply(batch, after)) {
            some.forEach(work);
            after = some.get(some.size() - 1).lineNo;
        }
    }

    private Report report(long batch, GraduateLineRow row) {
        String name =
                row.name == null && row.cellsSealed != null ? line(batch, row).cell(GraduateColumn.NAME) : row.name;
        String document =
                row.documentSealed == null ? null : graduates.document(row.registrationId, row.documentSealed);
        return new Report(row.lineNo, name, document, row.branchName, row.state, row.code, row.fault);
    }

    private GraduateLineRow row(long batch, Line line) {
        GraduateLineRow row = new GraduateLineRow();
        row.lineNo = line.number();
        row.cellsSealed = seal.seal(cellsPlace(batch, line.number()), json.writeValueAsString(line.cells()));
        return row;
    }

    private void keep(long batch, List<GraduateLineRow> lines) {
        for (int from = 0; from < lines.size(); from += AT_A_TIME) {
            rows.insertLines(batch, lines.subList(from, Math.min(from + AT_A_TIME, lines.size())));
        }
    }

    private static Place wishPlace(long batch) {
        return new Place("graduate_batch", "wish", batch);
    }

    private static Place cellsPlace(long batch, int line) {
        return new Place("graduate_line", "cells/" + line, batch);
    }
}
