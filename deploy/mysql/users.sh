#!/bin/sh
# Run once by the database's first start: the application may touch rows, only the migrations may touch tables.
mysql -uroot -p"$MYSQL_ROOT_PASSWORD" <<SQL
CREATE USER 'tuanwu'@'%' IDENTIFIED BY '$TUANWU_DB_PASSWORD';
GRANT SELECT, INSERT, UPDATE, DELETE ON tuanwu.* TO 'tuanwu'@'%';
CREATE USER 'tuanwu_ddl'@'%' IDENTIFIED BY '$TUANWU_DDL_PASSWORD';
GRANT ALL PRIVILEGES ON tuanwu.* TO 'tuanwu_ddl'@'%';
SQL
