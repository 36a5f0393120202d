-- Written by migrations/freeze.py. Statements are separated by blank lines.
CREATE TABLE alarm (
    id VARCHAR(100) NOT NULL,
    type VARCHAR(40) NOT NULL,
    rank INTEGER NOT NULL,
    subject_kind VARCHAR(40) NOT NULL,
    subject_id VARCHAR(100) NOT NULL,
    params TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    acknowledged_at BIGINT,
    acknowledged_by VARCHAR(100),
    cleared_at BIGINT,
    shelved_until BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_alarm PRIMARY KEY (id),
    CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge', 'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked', 'panic', 'kentongan', 'danger_in_flood', 'call_unanswered', 'callback_due', 'report_flood', 'referral_unanswered', 'standby_unanswered', 'visit_overdue', 'delivery_failed', 'schema_drift', 'file_refused', 'source_backlog', 'unowned_p1_lead', 'p1_share', 'unit_not_moving', 'change_unheard', 'personnel_danger', 'incident_due', 'early_warning', 'level_raised', 'tasks_overdue')),
    CONSTRAINT ck_alarm_rank_range CHECK (rank >= 1),
    CONSTRAINT ck_alarm_subject_kind_length CHECK (length(subject_kind) <= 40),
    CONSTRAINT ck_alarm_subject_id_length CHECK (length(subject_id) <= 100),
    CONSTRAINT ck_alarm_params_length CHECK (length(params) <= 4000),
    CONSTRAINT ck_alarm_version_range CHECK (version >= 1),
    CONSTRAINT fk_alarm_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_alarm_cleared_at ON alarm (cleared_at)
