-- Written by migrations/freeze.py. Statements are separated by blank lines.
CREATE TABLE entity_permission (
    entity VARCHAR(40) NOT NULL,
    permission VARCHAR(40) NOT NULL,
    CONSTRAINT pk_entity_permission PRIMARY KEY (entity, permission)
)

CREATE TABLE role_permission (
    role VARCHAR(40) NOT NULL,
    permission VARCHAR(40) NOT NULL,
    CONSTRAINT pk_role_permission PRIMARY KEY (role, permission)
)

CREATE TABLE sealed_key (
    subject_id VARCHAR(100) COLLATE "C" NOT NULL,
    key BYTEA,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    destroyed_at BIGINT,
    CONSTRAINT pk_sealed_key PRIMARY KEY (subject_id),
    CONSTRAINT ck_sealed_key_destroyed_whole CHECK ((key IS NULL) = (destroyed_at IS NOT NULL))
)

CREATE TABLE telemetry_presence (
    workstation_id VARCHAR(100) COLLATE "C" NOT NULL,
    staff_id VARCHAR(100) COLLATE "C" NOT NULL,
    entity VARCHAR(40) NOT NULL,
    id VARCHAR(100) COLLATE "C" NOT NULL,
    field VARCHAR(40) NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT pk_telemetry_presence PRIMARY KEY (workstation_id)
)

CREATE TABLE verb_permission (
    kind VARCHAR(100) NOT NULL,
    permission VARCHAR(40) NOT NULL,
    CONSTRAINT pk_verb_permission PRIMARY KEY (kind)
)

CREATE TABLE sealed_item (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    subject_id VARCHAR(100) COLLATE "C" NOT NULL,
    what VARCHAR(40) NOT NULL,
    incident_id VARCHAR(100) COLLATE "C",
    box BYTEA NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT pk_sealed_item PRIMARY KEY (id),
    CONSTRAINT ck_sealed_item_box_length CHECK (length(box) <= 65536),
    CONSTRAINT fk_sealed_item_subject_id FOREIGN KEY(subject_id) REFERENCES sealed_key (subject_id) ON DELETE RESTRICT
)

CREATE INDEX ix_sealed_item_incident_id ON sealed_item (incident_id)

CREATE INDEX ix_sealed_item_subject_id ON sealed_item (subject_id)

CREATE TABLE alarm (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    type VARCHAR(40) NOT NULL,
    rank INTEGER NOT NULL,
    subject_kind VARCHAR(40) NOT NULL,
    subject_id VARCHAR(100) NOT NULL,
    params TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    acknowledged_at BIGINT,
    acknowledged_by VARCHAR(100) COLLATE "C",
    cleared_at BIGINT,
    shelved_until BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_alarm PRIMARY KEY (id),
    CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge', 'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked')),
    CONSTRAINT ck_alarm_rank_range CHECK (rank >= 1),
    CONSTRAINT ck_alarm_subject_kind_length CHECK (length(subject_kind) <= 40),
    CONSTRAINT ck_alarm_subject_id_length CHECK (length(subject_id) <= 100),
    CONSTRAINT ck_alarm_params_length CHECK (length(params) <= 4000),
    CONSTRAINT ck_alarm_version_range CHECK (version >= 1),
    CONSTRAINT fk_alarm_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_alarm_cleared_at ON alarm (cleared_at)

CREATE TABLE room (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    epoch VARCHAR(200) NOT NULL,
    pack VARCHAR(200) NOT NULL,
    restored_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_room PRIMARY KEY (id),
    CONSTRAINT ck_room_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_room_kind CHECK (kind IN ('live', 'exercise')),
    CONSTRAINT ck_room_epoch_length CHECK (length(epoch) <= 200),
    CONSTRAINT ck_room_pack_length CHECK (length(pack) <= 200),
    CONSTRAINT ck_room_version_range CHECK (version >= 1),
    CONSTRAINT fk_room_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE workstation (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    name VARCHAR(60) NOT NULL,
    letter VARCHAR(3) NOT NULL,
    public_key VARCHAR(64) NOT NULL,
    added_at BIGINT NOT NULL,
    retired_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_workstation PRIMARY KEY (id),
    CONSTRAINT ck_workstation_name_length CHECK (length(name) <= 60),
    CONSTRAINT ck_workstation_letter_length CHECK (length(letter) <= 3),
    CONSTRAINT ck_workstation_public_key_length CHECK (length(public_key) <= 64),
    CONSTRAINT ck_workstation_version_range CHECK (version >= 1),
    CONSTRAINT uq_workstation_name UNIQUE (name),
    CONSTRAINT uq_workstation_letter UNIQUE (letter),
    CONSTRAINT fk_workstation_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE signed_head (
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    at BIGINT NOT NULL,
    workstation_id VARCHAR(100) COLLATE "C" NOT NULL,
    signature BYTEA NOT NULL,
    CONSTRAINT pk_signed_head PRIMARY KEY (seq),
    CONSTRAINT ck_signed_head_hash_length CHECK (length(hash) = 32),
    CONSTRAINT ck_signed_head_signature_length CHECK (length(signature) = 64),
    CONSTRAINT fk_signed_head_workstation_id FOREIGN KEY(workstation_id) REFERENCES workstation (id) ON DELETE RESTRICT
)

CREATE TABLE staff (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    name VARCHAR(200) NOT NULL,
    initials VARCHAR(10) NOT NULL,
    role VARCHAR(40) NOT NULL,
    seat VARCHAR(200) NOT NULL,
    login VARCHAR(60) NOT NULL,
    agency_id VARCHAR(100) COLLATE "C",
    left_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_staff PRIMARY KEY (id),
    CONSTRAINT ck_staff_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_staff_initials_length CHECK (length(initials) <= 10),
    CONSTRAINT ck_staff_role CHECK (role IN ('operator', 'shift_lead', 'liaison', 'administrator', 'observer', 'system', 'console')),
    CONSTRAINT ck_staff_seat_length CHECK (length(seat) <= 200),
    CONSTRAINT ck_staff_login_length CHECK (length(login) <= 60),
    CONSTRAINT ck_staff_version_range CHECK (version >= 1),
    CONSTRAINT fk_staff_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id) ON DELETE RESTRICT,
    CONSTRAINT fk_staff_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE UNIQUE INDEX ux_staff_login ON staff (login) WHERE login <> '' AND left_at IS NULL

CREATE TABLE credential (
    staff_id VARCHAR(100) COLLATE "C" NOT NULL,
    salt BYTEA NOT NULL,
    params VARCHAR(100) NOT NULL,
    verifier BYTEA NOT NULL,
    set_at BIGINT NOT NULL,
    must_change INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    locked_until BIGINT,
    CONSTRAINT pk_credential PRIMARY KEY (staff_id),
    CONSTRAINT ck_credential_salt_length CHECK (length(salt) BETWEEN 16 AND 64),
    CONSTRAINT ck_credential_verifier_length CHECK (length(verifier) = 32),
    CONSTRAINT ck_credential_must_change_flag CHECK (must_change IN (0, 1)),
    CONSTRAINT ck_credential_failures_range CHECK (failures >= 0),
    CONSTRAINT fk_credential_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
)

CREATE TABLE session (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    token_hash BYTEA NOT NULL,
    staff_id VARCHAR(100) COLLATE "C" NOT NULL,
    workstation VARCHAR(100) NOT NULL,
    db_role VARCHAR(100) NOT NULL,
    started_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT pk_session PRIMARY KEY (id),
    CONSTRAINT uq_session_token_hash UNIQUE (token_hash),
    CONSTRAINT fk_session_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT
)

CREATE INDEX ix_session_staff_id ON session (staff_id)

CREATE TABLE take_over (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    incident_id VARCHAR(100) COLLATE "C" NOT NULL,
    asked_by VARCHAR(100) COLLATE "C" NOT NULL,
    asked_of VARCHAR(100) COLLATE "C" NOT NULL,
    reason VARCHAR(500) NOT NULL,
    asked_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    answer VARCHAR(40),
    answered_at BIGINT,
    answered_by VARCHAR(100) COLLATE "C",
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_take_over PRIMARY KEY (id),
    CONSTRAINT ck_take_over_reason_length CHECK (length(reason) <= 500),
    CONSTRAINT ck_take_over_answer CHECK (answer IN ('passed', 'refused', 'withdrawn')),
    CONSTRAINT ck_take_over_version_range CHECK (version >= 1),
    CONSTRAINT ck_take_over_answered_whole CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CONSTRAINT fk_take_over_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_take_over_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE UNIQUE INDEX ux_take_over_incident_unanswered ON take_over (incident_id) WHERE answer IS NULL

CREATE TABLE assignment (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    incident_id VARCHAR(100) COLLATE "C" NOT NULL,
    unit_id VARCHAR(100) COLLATE "C" NOT NULL,
    order_id VARCHAR(100) COLLATE "C" NOT NULL,
    kind VARCHAR(40) NOT NULL,
    status VARCHAR(40) NOT NULL,
    ordered_at BIGINT NOT NULL,
    accepted_at BIGINT,
    en_route_at BIGINT,
    on_scene_at BIGINT,
    transport_at BIGINT,
    hospital_at BIGINT,
    closed_at BIGINT,
    close_reason VARCHAR(40),
    time_reversed BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_assignment PRIMARY KEY (id),
    CONSTRAINT ck_assignment_kind CHECK (kind IN ('active', 'requested', 'stacked', 'posting', 'reported')),
    CONSTRAINT ck_assignment_status CHECK (status IN ('diperintah', 'diterima', 'menuju', 'di_tkp')),
    CONSTRAINT ck_assignment_close_reason CHECK (close_reason IN ('done', 'diambil_alih', 'cancelled', 'refused', 'undone', 'conflict')),
    CONSTRAINT ck_assignment_time_reversed_flag CHECK (time_reversed IN (true, false)),
    CONSTRAINT ck_assignment_version_range CHECK (version >= 1),
    CONSTRAINT ck_assignment_closed_whole CHECK ((closed_at IS NULL) = (close_reason IS NULL)),
    CONSTRAINT ck_assignment_accepted_after CHECK (time_reversed OR accepted_at >= ordered_at),
    CONSTRAINT ck_assignment_en_route_after CHECK (time_reversed OR en_route_at >= ordered_at),
    CONSTRAINT ck_assignment_on_scene_after CHECK (time_reversed OR on_scene_at >= ordered_at),
    CONSTRAINT ck_assignment_closed_after CHECK (time_reversed OR closed_at >= ordered_at),
    CONSTRAINT fk_assignment_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_assignment_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_assignment_order_id FOREIGN KEY(order_id) REFERENCES dispatch_order (id) ON DELETE RESTRICT,
    CONSTRAINT fk_assignment_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_assignment_incident_id ON assignment (incident_id)

CREATE INDEX ix_assignment_unit_open ON assignment (unit_id) WHERE closed_at IS NULL

CREATE UNIQUE INDEX ux_assignment_incident_unit_open ON assignment (incident_id, unit_id) WHERE closed_at IS NULL

CREATE UNIQUE INDEX ux_assignment_unit_active ON assignment (unit_id) WHERE closed_at IS NULL AND kind = 'active'

CREATE TABLE order_conflict (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    unit_id VARCHAR(100) COLLATE "C" NOT NULL,
    standing_id VARCHAR(100) COLLATE "C" NOT NULL,
    reported_id VARCHAR(100) COLLATE "C" NOT NULL,
    raised_at BIGINT NOT NULL,
    resolved_at BIGINT,
    resolved_by VARCHAR(100) COLLATE "C",
    kept_id VARCHAR(100) COLLATE "C",
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_order_conflict PRIMARY KEY (id),
    CONSTRAINT ck_order_conflict_version_range CHECK (version >= 1),
    CONSTRAINT ck_order_conflict_two_orders CHECK (standing_id <> reported_id),
    CONSTRAINT ck_order_conflict_resolved_whole CHECK ((resolved_at IS NULL) = (resolved_by IS NULL) AND (resolved_at IS NULL) = (kept_id IS NULL)),
    CONSTRAINT fk_order_conflict_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_order_conflict_standing_id FOREIGN KEY(standing_id) REFERENCES assignment (id) ON DELETE RESTRICT,
    CONSTRAINT fk_order_conflict_reported_id FOREIGN KEY(reported_id) REFERENCES assignment (id) ON DELETE RESTRICT,
    CONSTRAINT fk_order_conflict_kept_id FOREIGN KEY(kept_id) REFERENCES assignment (id) ON DELETE RESTRICT,
    CONSTRAINT fk_order_conflict_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_order_conflict_unresolved ON order_conflict (unit_id) WHERE resolved_at IS NULL
