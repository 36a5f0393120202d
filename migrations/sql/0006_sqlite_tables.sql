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
    CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge', 'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked', 'panic', 'kentongan', 'danger_in_flood', 'call_unanswered', 'callback_due', 'report_flood', 'referral_unanswered', 'standby_unanswered', 'visit_overdue', 'delivery_failed', 'schema_drift', 'file_refused', 'source_backlog', 'unowned_p1_lead', 'p1_share', 'unit_not_moving', 'change_unheard', 'personnel_danger', 'incident_due')),
    CONSTRAINT ck_alarm_rank_range CHECK (rank >= 1),
    CONSTRAINT ck_alarm_subject_kind_length CHECK (length(subject_kind) <= 40),
    CONSTRAINT ck_alarm_subject_id_length CHECK (length(subject_id) <= 100),
    CONSTRAINT ck_alarm_params_length CHECK (length(params) <= 4000),
    CONSTRAINT ck_alarm_version_range CHECK (version >= 1),
    CONSTRAINT fk_alarm_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_alarm_cleared_at ON alarm (cleared_at)

CREATE TABLE road_closure (
    id VARCHAR(100) NOT NULL,
    name VARCHAR(200) NOT NULL,
    line TEXT NOT NULL,
    reason VARCHAR(500) NOT NULL,
    closed_at BIGINT NOT NULL,
    closed_by VARCHAR(100) NOT NULL,
    until BIGINT,
    opened_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_road_closure PRIMARY KEY (id),
    CONSTRAINT ck_road_closure_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_road_closure_line_length CHECK (length(line) <= 4000),
    CONSTRAINT ck_road_closure_reason_length CHECK (length(reason) <= 500),
    CONSTRAINT ck_road_closure_version_range CHECK (version >= 1),
    CONSTRAINT fk_road_closure_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_road_closure_closed ON road_closure (id) WHERE opened_at IS NULL

CREATE TABLE welfare_check (
    id VARCHAR(100) NOT NULL,
    unit_id VARCHAR(100) NOT NULL,
    step VARCHAR(40) NOT NULL,
    moving BOOLEAN NOT NULL,
    started_at BIGINT NOT NULL,
    step_at BIGINT NOT NULL,
    step_by VARCHAR(100) NOT NULL,
    outcome VARCHAR(40),
    ended_at BIGINT,
    ended_by VARCHAR(100),
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_welfare_check PRIMARY KEY (id),
    CONSTRAINT ck_welfare_check_step CHECK (step IN ('radio', 'phone', 'partner', 'lead', 'danger')),
    CONSTRAINT ck_welfare_check_moving_flag CHECK (moving IN (true, false)),
    CONSTRAINT ck_welfare_check_outcome CHECK (outcome IN ('well', 'helped', 'mistaken')),
    CONSTRAINT ck_welfare_check_version_range CHECK (version >= 1),
    CONSTRAINT ck_welfare_check_ended_whole CHECK ((ended_at IS NULL) = (outcome IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT fk_welfare_check_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_welfare_check_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE UNIQUE INDEX ux_welfare_check_unit_open ON welfare_check (unit_id) WHERE ended_at IS NULL

CREATE TABLE checklist_mark (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    item VARCHAR(80) NOT NULL,
    done_at BIGINT NOT NULL,
    done_by VARCHAR(100) NOT NULL,
    undone_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_checklist_mark PRIMARY KEY (id),
    CONSTRAINT ck_checklist_mark_item_length CHECK (length(item) <= 80),
    CONSTRAINT ck_checklist_mark_version_range CHECK (version >= 1),
    CONSTRAINT fk_checklist_mark_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_checklist_mark_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE UNIQUE INDEX ux_checklist_mark_item ON checklist_mark (incident_id, item) WHERE undone_at IS NULL

CREATE TABLE duplicate_answer (
    id VARCHAR(100) NOT NULL,
    report_id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    same BOOLEAN NOT NULL,
    points FLOAT NOT NULL,
    features TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    answered_by VARCHAR(100) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_duplicate_answer PRIMARY KEY (id),
    CONSTRAINT ck_duplicate_answer_same_flag CHECK (same IN (true, false)),
    CONSTRAINT ck_duplicate_answer_features_length CHECK (length(features) <= 4000),
    CONSTRAINT ck_duplicate_answer_version_range CHECK (version >= 1),
    CONSTRAINT fk_duplicate_answer_report_id FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE RESTRICT,
    CONSTRAINT fk_duplicate_answer_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_duplicate_answer_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_duplicate_answer_report_id ON duplicate_answer (report_id)

CREATE TABLE handling (
    id VARCHAR(100) NOT NULL,
    parent_id VARCHAR(100),
    due_at BIGINT,
    may_leave BOOLEAN NOT NULL,
    set_at BIGINT NOT NULL,
    set_by VARCHAR(100) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_handling PRIMARY KEY (id),
    CONSTRAINT ck_handling_may_leave_flag CHECK (may_leave IN (true, false)),
    CONSTRAINT ck_handling_version_range CHECK (version >= 1),
    CONSTRAINT ck_handling_parent_another CHECK (parent_id <> id),
    CONSTRAINT fk_handling_id FOREIGN KEY(id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_handling_parent_id FOREIGN KEY(parent_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_handling_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_handling_parent_id ON handling (parent_id)

CREATE TABLE incident_link (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    other_id VARCHAR(100) NOT NULL,
    linked_at BIGINT NOT NULL,
    linked_by VARCHAR(100) NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_incident_link PRIMARY KEY (id),
    CONSTRAINT ck_incident_link_version_range CHECK (version >= 1),
    CONSTRAINT ck_incident_link_two_incidents CHECK (incident_id <> other_id),
    CONSTRAINT fk_incident_link_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_incident_link_other_id FOREIGN KEY(other_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_incident_link_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_incident_link_other_id ON incident_link (other_id)

CREATE UNIQUE INDEX ux_incident_link_both ON incident_link (incident_id, other_id) WHERE ended_at IS NULL

CREATE TABLE order_task (
    id VARCHAR(100) NOT NULL,
    assignment_id VARCHAR(100) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    text VARCHAR(1000) NOT NULL,
    raised_at BIGINT NOT NULL,
    raised_by VARCHAR(100) NOT NULL,
    heard_at BIGINT,
    heard_by VARCHAR(100),
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_order_task PRIMARY KEY (id),
    CONSTRAINT ck_order_task_kind CHECK (kind IN ('address', 'cancel', 'repeat')),
    CONSTRAINT ck_order_task_text_length CHECK (length(text) <= 1000),
    CONSTRAINT ck_order_task_version_range CHECK (version >= 1),
    CONSTRAINT ck_order_task_heard_whole CHECK ((heard_at IS NULL) = (heard_by IS NULL)),
    CONSTRAINT fk_order_task_assignment_id FOREIGN KEY(assignment_id) REFERENCES assignment (id) ON DELETE RESTRICT,
    CONSTRAINT fk_order_task_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_order_task_assignment_id ON order_task (assignment_id)

CREATE INDEX ix_order_task_unheard ON order_task (id) WHERE heard_at IS NULL
