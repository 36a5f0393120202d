-- Back to what revision 0004 has. Blank lines separate.
DROP FUNCTION keep_referral_agency

ALTER TABLE source
    DROP COLUMN profile,
    DROP COLUMN mapping,
    DROP COLUMN reply_url,
    DROP COLUMN options,
    DROP CONSTRAINT ck_source_kind,
    ADD CONSTRAINT ck_source_kind CHECK (kind IN ('pull', 'manual'))

ALTER TABLE agency
    DROP COLUMN via,
    DROP COLUMN reach,
    DROP COLUMN answer_s,
    DROP COLUMN outcome_s

ALTER TABLE report
    DROP COLUMN channel,
    DROP COLUMN late,
    DROP COLUMN reporter_ref,
    DROP COLUMN subject_id

ALTER TABLE alarm
    DROP CONSTRAINT ck_alarm_type,
    ADD CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge', 'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked'))
