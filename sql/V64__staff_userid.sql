-- Someone added by phone: when WeChat Work last said it knows nobody with that phone.

ALTER TABLE staff
  ADD COLUMN userid_missed_at DATETIME(3) NULL;
