-- Columns and checks that PostgreSQL takes into tables that stand. Blank lines separate.
ALTER TABLE room ADD COLUMN restored_at BIGINT

ALTER TABLE staff
    ADD COLUMN login VARCHAR(60) NOT NULL DEFAULT '',
    ADD COLUMN agency_id VARCHAR(100) COLLATE "C",
    ADD COLUMN left_at BIGINT,
    ADD CONSTRAINT ck_staff_login_length CHECK (length(login) <= 60),
    ADD CONSTRAINT fk_staff_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id) ON DELETE RESTRICT,
    DROP CONSTRAINT ck_staff_role,
    ADD CONSTRAINT ck_staff_role CHECK (role IN ('operator', 'shift_lead', 'liaison', 'administrator', 'observer', 'system', 'console'))

ALTER TABLE staff ALTER COLUMN login DROP DEFAULT

CREATE UNIQUE INDEX ux_staff_login ON staff (login) WHERE login <> '' AND left_at IS NULL

ALTER TABLE op ADD COLUMN kind VARCHAR(100), ADD COLUMN session_id VARCHAR(100) COLLATE "C", ADD COLUMN touched TEXT

ALTER TABLE assignment
    DROP CONSTRAINT ck_assignment_kind,
    ADD CONSTRAINT ck_assignment_kind CHECK (kind IN ('active', 'requested', 'stacked', 'posting', 'reported')),
    DROP CONSTRAINT ck_assignment_close_reason,
    ADD CONSTRAINT ck_assignment_close_reason CHECK (close_reason IN ('done', 'diambil_alih', 'cancelled', 'refused', 'undone', 'conflict'))

ALTER TABLE alarm
    DROP CONSTRAINT ck_alarm_type,
    ADD CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge', 'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked'))
