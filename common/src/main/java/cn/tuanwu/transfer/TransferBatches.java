package cn.tuanwu.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.springframework.stereotype.Component;

/** Which transfers were started together, and how they stand. Who may know it is the caller's to know. */
@Component
public class TransferBatches {
    private final Rows rows;

    TransferBatches(Rows rows) {
        this.rows = rows;
    }

    /** This one belongs to that batch, and to no other. Joins the transaction of its start. */
    public void join(long transferId, long batchId) {
        if (rows.join(transferId, batchId) == 0) {
            throw new IllegalStateException("the transfer belongs to a batch already");
        }
    }

    /** Empty: it was started by itself. */
    public Optional<Long> of(long transferId) {
        return Optional.ofNullable(rows.of(transferId));
    }

    /** How many there are of each; a state without any is left out. */
    public Map<Transfer.State, Integer> counts(long batchId) {
        return rows.counts(batchId).stream().collect(Collectors.toMap(row -> row.state, row -> row.counted));
    }

    @Mapper
    interface Rows {
        @Update("UPDATE transfer SET batch_id = #{batch} WHERE id = #{transfer} AND batch_id IS NULL")
        int join(@Param("transfer") long transfer, @Param("batch") long batch);

        @Select("SELECT batch_id FROM transfer WHERE id = #{transfer}")
        Long of(long transfer);

        @Select("SELECT state, COUNT(*) AS counted FROM transfer WHERE batch_id = #{batch} GROUP BY state")
        List<CountRow> counts(long batch);
    }

    static class CountRow {
        Transfer.State state;
        int counted;
    }
}
