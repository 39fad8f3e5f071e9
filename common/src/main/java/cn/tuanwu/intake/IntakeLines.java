package cn.tuanwu.intake;

import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the lines of a sheet sealed, and reads them some at a time. */
@Component
class IntakeLines {
    private static final int AT_A_TIME = 200;

    private final IntakeRows rows;
    private final Seal seal;
    private final JsonMapper json;

    IntakeLines(IntakeRows rows, Seal seal, JsonMapper json) {
        this.rows = rows;
        this.seal = seal;
        this.json = json;
    }

    void keep(long id, List<Intake.Line> sheet) {
        List<IntakeLineRow> some = new ArrayList<>();
        for (Intake.Line line : sheet) {
            IntakeLineRow row = new IntakeLineRow();
            row.lineNo = line.number();
            row.cellsSealed = seal.seal(place(id, line.number()), json.writeValueAsString(line.cells()));
            some.add(row);
            if (some.size() == AT_A_TIME) {
                rows.insertLines(id, some);
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            rows.insertLines(id, some);
        }
    }

    void each(long id, Consumer<Intake.Line> work) {
        int after = 0;
        for (List<IntakeLineRow> some = rows.lines(id, after); !some.isEmpty(); some = rows.lines(id, after)) {
            for (IntakeLineRow row : some) {
                work.accept(line(id, row));
                after = row.lineNo;
            }
        }
    }

    private Intake.Line line(long id, IntakeLineRow row) {
        String[] cells = json.readValue(seal.open(place(id, row.lineNo), row.cellsSealed), String[].class);
        return new Intake.Line(row.lineNo, Arrays.asList(cells), row.fault);
    }

    private static Place place(long id, int line) {
        return new Place("intake_line", "cells/" + line, id);
    }
}
