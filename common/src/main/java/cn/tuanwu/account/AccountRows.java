package cn.tuanwu.account;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface AccountRows {
    String COLUMNS = "SELECT id, phone_sealed, password_hash, university_id FROM account ";

    @Insert("INSERT INTO account (id, phone_sealed, phone_blind, password_hash, university_id, created_at)"
            + " VALUES (#{id}, #{sealed}, #{blind}, #{hash}, #{university}, UTC_TIMESTAMP(3))")
    void insert(
            @Param("id") long id,
            @Param("sealed") byte[] sealed,
            @Param("blind") byte[] blind,
            @Param("hash") String hash,
            @Param("university") long university);

    @Select(COLUMNS + "WHERE id = #{id}")
    AccountRow find(long id);

    @Select(COLUMNS + "WHERE phone_blind = #{blind}")
    AccountRow byPhone(byte[] blind);

    @Select(COLUMNS + "WHERE id = (SELECT account_id FROM account_openid WHERE app = #{app} AND openid = #{openid})")
    AccountRow byOpenid(@Param("app") WeChatApp app, @Param("openid") String openid);

    @Update("UPDATE account SET password_hash = #{hash} WHERE id = #{id}")
    int setPassword(@Param("id") long id, @Param("hash") String hash);

    /** One WeChat user has one account at a time: a new sign-in takes the openid over. */
    @Insert("INSERT INTO account_openid (app, openid, account_id) VALUES (#{app}, #{openid}, #{account})"
            + " ON DUPLICATE KEY UPDATE account_id = VALUES(account_id)")
    void bind(@Param("app") WeChatApp app, @Param("openid") String openid, @Param("account") long account);

    @Select("SELECT openid FROM account_openid WHERE account_id = #{account} AND app = #{app} ORDER BY openid")
    List<String> openids(@Param("account") long account, @Param("app") WeChatApp app);

    /** Holds the row until the transaction ends; null when the account is gone. */
    @Select("SELECT id FROM account WHERE id = #{id} FOR UPDATE")
    Long lock(long id);

    @Update("UPDATE account SET phone_sealed = #{sealed}, phone_blind = #{blind} WHERE id = #{id}")
    int setPhone(@Param("id") long id, @Param("sealed") byte[] sealed, @Param("blind") byte[] blind);

    @Update("UPDATE account_openid SET account_id = #{to} WHERE account_id = #{from}")
    int moveOpenids(@Param("from") long from, @Param("to") long to);

    @Delete("DELETE FROM account_openid WHERE account_id = #{account}")
    int unbind(long account);

    @Delete("DELETE FROM account WHERE id = #{id}")
    int delete(long id);
}
