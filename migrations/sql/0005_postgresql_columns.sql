-- Columns and checks that PostgreSQL takes into tables that stand. Blank lines separate.
ALTER TABLE source
    ADD COLUMN profile VARCHAR(40) NOT NULL DEFAULT '',
    ADD COLUMN mapping VARCHAR(200) NOT NULL DEFAULT '',
    ADD COLUMN reply_url VARCHAR(2000) NOT NULL DEFAULT '',
    ADD COLUMN options TEXT NOT NULL DEFAULT '{}',
    ADD CONSTRAINT ck_source_profile_length CHECK (length(profile) <= 40),
    ADD CONSTRAINT ck_source_mapping_length CHECK (length(mapping) <= 200),
    ADD CONSTRAINT ck_source_reply_url_length CHECK (length(reply_url) <= 2000),
    ADD CONSTRAINT ck_source_options_length CHECK (length(options) <= 4000),
    DROP CONSTRAINT ck_source_kind,
    ADD CONSTRAINT ck_source_kind CHECK (kind IN ('pull', 'manual', 'push', 'files'))

ALTER TABLE source
    ALTER COLUMN profile DROP DEFAULT,
    ALTER COLUMN mapping DROP DEFAULT,
    ALTER COLUMN reply_url DROP DEFAULT,
    ALTER COLUMN options DROP DEFAULT

ALTER TABLE agency
    ADD COLUMN via VARCHAR(40) NOT NULL DEFAULT 'letter',
    ADD COLUMN reach VARCHAR(500) NOT NULL DEFAULT '',
    ADD COLUMN answer_s INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN outcome_s INTEGER NOT NULL DEFAULT 0,
    ADD CONSTRAINT ck_agency_via CHECK (via IN ('contract', 'email', 'letter')),
    ADD CONSTRAINT ck_agency_reach_length CHECK (length(reach) <= 500),
    ADD CONSTRAINT ck_agency_answer_s_range CHECK (answer_s >= 0),
    ADD CONSTRAINT ck_agency_outcome_s_range CHECK (outcome_s >= 0)

ALTER TABLE agency
    ALTER COLUMN via DROP DEFAULT,
    ALTER COLUMN reach DROP DEFAULT,
    ALTER COLUMN answer_s DROP DEFAULT,
    ALTER COLUMN outcome_s DROP DEFAULT

ALTER TABLE report
    ADD COLUMN channel VARCHAR(40) NOT NULL DEFAULT '',
    ADD COLUMN late BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN reporter_ref VARCHAR(64) NOT NULL DEFAULT '',
    ADD COLUMN subject_id VARCHAR(100) COLLATE "C",
    ADD CONSTRAINT ck_report_channel_length CHECK (length(channel) <= 40),
    ADD CONSTRAINT ck_report_late_flag CHECK (late IN (true, false)),
    ADD CONSTRAINT ck_report_reporter_ref_length CHECK (length(reporter_ref) <= 64)

ALTER TABLE report
    ALTER COLUMN channel DROP DEFAULT,
    ALTER COLUMN late DROP DEFAULT,
    ALTER COLUMN reporter_ref DROP DEFAULT

ALTER TABLE alarm
    DROP CONSTRAINT ck_alarm_type,
    ADD CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge', 'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked', 'panic', 'kentongan', 'danger_in_flood', 'call_unanswered', 'callback_due', 'report_flood', 'referral_unanswered', 'standby_unanswered', 'visit_overdue', 'delivery_failed', 'schema_drift', 'file_refused', 'source_backlog'))
