-- A closed account's scans are found by it, and a failed check can be forgotten all but its pair.

ALTER TABLE invitation_scan
  ADD KEY invitation_scan_account (used_by);
