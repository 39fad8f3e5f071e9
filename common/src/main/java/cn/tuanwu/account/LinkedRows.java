package cn.tuanwu.account;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface LinkedRows {

    @Insert("INSERT INTO account_linked (id, account_id, provider, subject_blind, linked_at)"
            + " VALUES (#{id}, #{account}, #{provider}, #{subject}, #{now})")
    void insert(
            @Param("id") long id,
            @Param("account") long account,
            @Param("provider") String provider,
            @Param("subject") byte[] subject,
            @Param("now") Instant now);

    /** Null as well when that account is gone. */
    @Select("SELECT l.account_id FROM account_linked l JOIN account a ON a.id = l.account_id"
            + " WHERE l.subject_blind = #{subject}")
    Long owner(byte[] subject);

    /** What an account that is gone has left behind holds nobody up. */
    @Delete("DELETE FROM account_linked WHERE subject_blind = #{subject}"
            + " AND account_id NOT IN (SELECT id FROM account)")
    int sweep(byte[] subject);

    @Select("SELECT provider, linked_at FROM account_linked WHERE account_id = #{account} ORDER BY id")
    @ConstructorArgs({
        @Arg(column = "provider", javaType = String.class),
        @Arg(column = "linked_at", javaType = Instant.class)
    })
    List<LinkedDesk.Link> of(long account);

    @Delete("DELETE FROM account_linked WHERE account_id = #{account} AND provider = #{provider}")
    int delete(@Param("account") long account, @Param("provider") String provider);

    @Delete("DELETE FROM account_linked WHERE account_id = #{account}")
    int deleteAll(long account);
}
