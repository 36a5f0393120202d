-- Checks that PostgreSQL takes into tables that stand. Blank lines separate.
ALTER TABLE alarm
    DROP CONSTRAINT ck_alarm_type,
    ADD CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge', 'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked', 'panic', 'kentongan', 'danger_in_flood', 'call_unanswered', 'callback_due', 'report_flood', 'referral_unanswered', 'standby_unanswered', 'visit_overdue', 'delivery_failed', 'schema_drift', 'file_refused', 'source_backlog', 'unowned_p1_lead', 'p1_share', 'unit_not_moving', 'change_unheard', 'personnel_danger', 'incident_due', 'early_warning'))
