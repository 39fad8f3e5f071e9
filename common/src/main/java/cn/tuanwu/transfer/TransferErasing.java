package cn.tuanwu.transfer;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Leftovers;
import cn.tuanwu.trace.Person;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Transfers with their nodes and appeals, and the lines in both branches' histories. */
@Component
class TransferErasing implements Erasing {
    private final Rows rows;
    private final TransferPushes pushes;
    private final Leftovers leftovers;
    private final ApplicationEventPublisher events;

    TransferErasing(Rows rows, TransferPushes pushes, Leftovers leftovers, ApplicationEventPublisher events) {
        this.rows = rows;
        this.pushes = pushes;
        this.leftovers = leftovers;
        this.events = events;
    }

    @Override
    public void erase(Person person) {
        if (person.registrationId() == null) {
            return;
        }
        for (long transfer : rows.of(person.registrationId())) {
            pushes.expireNoMore(transfer);
            events.publishEvent(new Transfer.Ended(transfer));
            events.publishEvent(new Appeal.Ended(transfer));
            rows.appeal(transfer);
            if (rows.letter(transfer) > 0) {
                leftovers.drop("letter/" + transfer + ".pdf");
            }
            rows.lines(transfer);
            rows.nodes(transfer);
            rows.passages(transfer);
            rows.transfer(transfer);
        }
    }

    @Mapper
    interface Rows {
        @Select("SELECT id FROM transfer WHERE registration_id = #{registration}")
        List<Long> of(long registration);

        @Delete("DELETE FROM transfer_appeal WHERE transfer_id = #{transfer}")
        void appeal(long transfer);

        @Delete("DELETE FROM transfer_letter WHERE transfer_id = #{transfer}")
        int letter(long transfer);

        @Delete("DELETE FROM transfer_line WHERE transfer_id = #{transfer}")
        void lines(long transfer);

        @Delete("DELETE FROM transfer_node WHERE transfer_id = #{transfer}")
        void nodes(long transfer);

        @Delete("DELETE FROM transfer_passage WHERE transfer_id = #{transfer}")
        void passages(long transfer);

        @Delete("DELETE FROM transfer WHERE id = #{transfer}")
        void transfer(long transfer);
    }
}
