-- Written by migrations/freeze.py. Statements are separated by blank lines.
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
    reason VARCHAR(500) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_welfare_check PRIMARY KEY (id),
    CONSTRAINT ck_welfare_check_step CHECK (step IN ('radio', 'phone', 'partner', 'lead', 'danger')),
    CONSTRAINT ck_welfare_check_moving_flag CHECK (moving IN (true, false)),
    CONSTRAINT ck_welfare_check_outcome CHECK (outcome IN ('well', 'helped', 'mistaken', 'hurt', 'given_up')),
    CONSTRAINT ck_welfare_check_reason_length CHECK (length(reason) <= 500),
    CONSTRAINT ck_welfare_check_version_range CHECK (version >= 1),
    CONSTRAINT ck_welfare_check_ended_whole CHECK ((ended_at IS NULL) = (outcome IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT ck_welfare_check_given_up_why CHECK (outcome <> 'given_up' OR length(reason) > 0),
    CONSTRAINT fk_welfare_check_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_welfare_check_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE UNIQUE INDEX ux_welfare_check_unit_open ON welfare_check (unit_id) WHERE ended_at IS NULL

CREATE TABLE handling (
    id VARCHAR(100) NOT NULL,
    parent_id VARCHAR(100),
    due_at BIGINT,
    may_leave BOOLEAN NOT NULL,
    set_at BIGINT NOT NULL,
    set_by VARCHAR(100) NOT NULL,
    alarm_level INTEGER NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_handling PRIMARY KEY (id),
    CONSTRAINT ck_handling_may_leave_flag CHECK (may_leave IN (true, false)),
    CONSTRAINT ck_handling_version_range CHECK (version >= 1),
    CONSTRAINT ck_handling_parent_another CHECK (parent_id <> id),
    CONSTRAINT ck_handling_alarm_level_range CHECK (alarm_level BETWEEN 1 AND 5),
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
    kind VARCHAR(40) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_incident_link PRIMARY KEY (id),
    CONSTRAINT ck_incident_link_kind CHECK (kind IN ('related', 'effect', 'cause', 'same_person', 'same_place')),
    CONSTRAINT ck_incident_link_version_range CHECK (version >= 1),
    CONSTRAINT ck_incident_link_two_incidents CHECK (incident_id <> other_id),
    CONSTRAINT fk_incident_link_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_incident_link_other_id FOREIGN KEY(other_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_incident_link_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_incident_link_other_id ON incident_link (other_id)

CREATE UNIQUE INDEX ux_incident_link_both ON incident_link (incident_id, other_id) WHERE ended_at IS NULL
