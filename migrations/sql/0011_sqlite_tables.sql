-- Written by migrations/freeze.py. Statements are separated by blank lines.
CREATE TABLE decision (
    id VARCHAR(100) NOT NULL,
    operation_id VARCHAR(100) NOT NULL,
    place VARCHAR(80) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    level VARCHAR(40),
    was VARCHAR(40),
    text VARCHAR(4000) NOT NULL,
    ordered_by VARCHAR(200) NOT NULL,
    authority VARCHAR(40),
    unusual BOOLEAN NOT NULL,
    reason VARCHAR(4000) NOT NULL,
    force_stage VARCHAR(40),
    revokes VARCHAR(100),
    at BIGINT NOT NULL,
    entered_by VARCHAR(100) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_decision PRIMARY KEY (id),
    CONSTRAINT ck_decision_place_length CHECK (length(place) <= 80),
    CONSTRAINT ck_decision_kind CHECK (kind IN ('tingkat', 'lapis_ganti', 'lintas_ganti', 'alih_kendali', 'tahap_kekuatan', 'rencana', 'pencabutan')),
    CONSTRAINT ck_decision_level CHECK (level IN ('hijau', 'kuning', 'merah')),
    CONSTRAINT ck_decision_was CHECK (was IN ('hijau', 'kuning', 'merah')),
    CONSTRAINT ck_decision_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_decision_ordered_by_length CHECK (length(ordered_by) <= 200),
    CONSTRAINT ck_decision_authority CHECK (authority IN ('kapolsek', 'kapolres', 'kapolda', 'lain')),
    CONSTRAINT ck_decision_unusual_flag CHECK (unusual IN (true, false)),
    CONSTRAINT ck_decision_reason_length CHECK (length(reason) <= 4000),
    CONSTRAINT ck_decision_force_stage CHECK (force_stage IN ('pencegahan', 'perintah_lisan', 'tangan_kosong_lunak', 'tangan_kosong_keras', 'senjata_tumpul_kimia', 'senjata_api')),
    CONSTRAINT ck_decision_version_range CHECK (version >= 1),
    CONSTRAINT fk_decision_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_decision_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_decision_operation_id ON decision (operation_id)

CREATE UNIQUE INDEX ux_decision_revokes ON decision (revokes)

CREATE TABLE operation_part (
    id VARCHAR(100) NOT NULL,
    operation_id VARCHAR(100) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    name VARCHAR(80) NOT NULL,
    parent_id VARCHAR(100),
    area_code VARCHAR(40),
    left_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_operation_part PRIMARY KEY (id),
    CONSTRAINT ck_operation_part_kind CHECK (kind IN ('sektor', 'pos', 'grup_radio')),
    CONSTRAINT ck_operation_part_name_length CHECK (length(name) <= 80),
    CONSTRAINT ck_operation_part_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_operation_part_version_range CHECK (version >= 1),
    CONSTRAINT fk_operation_part_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_operation_part_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE UNIQUE INDEX ux_operation_part_name ON operation_part (operation_id, kind, name) WHERE left_at IS NULL

CREATE TABLE operation_place (
    id VARCHAR(100) NOT NULL,
    operation_id VARCHAR(100) NOT NULL,
    name VARCHAR(80) NOT NULL,
    site_id VARCHAR(100),
    control VARCHAR(200) NOT NULL,
    added_at BIGINT NOT NULL,
    left_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_operation_place PRIMARY KEY (id),
    CONSTRAINT ck_operation_place_name_length CHECK (length(name) <= 80),
    CONSTRAINT ck_operation_place_control_length CHECK (length(control) <= 200),
    CONSTRAINT ck_operation_place_version_range CHECK (version >= 1),
    CONSTRAINT fk_operation_place_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_operation_place_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE RESTRICT,
    CONSTRAINT fk_operation_place_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE UNIQUE INDEX ux_operation_place_name ON operation_place (operation_id, name) WHERE left_at IS NULL

CREATE TABLE force (
    id VARCHAR(100) NOT NULL,
    operation_id VARCHAR(100) NOT NULL,
    branch VARCHAR(40) NOT NULL,
    name VARCHAR(120) NOT NULL,
    parent_id VARCHAR(100),
    strength INTEGER NOT NULL,
    leader VARCHAR(200) NOT NULL,
    call_sign VARCHAR(40) NOT NULL,
    part_id VARCHAR(100),
    talk_group_id VARCHAR(100),
    area_code VARCHAR(40),
    note VARCHAR(400) NOT NULL,
    source VARCHAR(400) NOT NULL,
    left_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_force PRIMARY KEY (id),
    CONSTRAINT ck_force_branch CHECK (branch IN ('polri', 'brimob', 'tni', 'dishub', 'damkar', 'satpol_pp', 'ambulans', 'linmas', 'lain')),
    CONSTRAINT ck_force_name_length CHECK (length(name) <= 120),
    CONSTRAINT ck_force_strength_range CHECK (strength >= 0),
    CONSTRAINT ck_force_leader_length CHECK (length(leader) <= 200),
    CONSTRAINT ck_force_call_sign_length CHECK (length(call_sign) <= 40),
    CONSTRAINT ck_force_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_force_note_length CHECK (length(note) <= 400),
    CONSTRAINT ck_force_source_length CHECK (length(source) <= 400),
    CONSTRAINT ck_force_version_range CHECK (version >= 1),
    CONSTRAINT fk_force_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_force_part_id FOREIGN KEY(part_id) REFERENCES operation_part (id) ON DELETE RESTRICT,
    CONSTRAINT fk_force_talk_group_id FOREIGN KEY(talk_group_id) REFERENCES operation_part (id) ON DELETE RESTRICT,
    CONSTRAINT fk_force_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE UNIQUE INDEX ux_force_name ON force (operation_id, branch, name) WHERE left_at IS NULL

CREATE TABLE hearing (
    id VARCHAR(100) NOT NULL,
    decision_id VARCHAR(100) NOT NULL,
    who VARCHAR(200) NOT NULL,
    how VARCHAR(80) NOT NULL,
    at BIGINT NOT NULL,
    entered_by VARCHAR(100) NOT NULL,
    struck_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_hearing PRIMARY KEY (id),
    CONSTRAINT ck_hearing_who_length CHECK (length(who) <= 200),
    CONSTRAINT ck_hearing_how_length CHECK (length(how) <= 80),
    CONSTRAINT ck_hearing_version_range CHECK (version >= 1),
    CONSTRAINT fk_hearing_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) ON DELETE RESTRICT,
    CONSTRAINT fk_hearing_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_hearing_decision_id ON hearing (decision_id)

CREATE TABLE plan_task (
    id VARCHAR(100) NOT NULL,
    operation_id VARCHAR(100) NOT NULL,
    place VARCHAR(80) NOT NULL,
    decision_id VARCHAR(100) NOT NULL,
    level VARCHAR(40) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    text VARCHAR(400) NOT NULL,
    subject VARCHAR(4000) NOT NULL,
    owner VARCHAR(200) NOT NULL,
    due_at BIGINT NOT NULL,
    done_at BIGINT,
    done_by VARCHAR(100),
    dropped BOOLEAN NOT NULL,
    note VARCHAR(4000) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_plan_task PRIMARY KEY (id),
    CONSTRAINT ck_plan_task_place_length CHECK (length(place) <= 80),
    CONSTRAINT ck_plan_task_level CHECK (level IN ('hijau', 'kuning', 'merah')),
    CONSTRAINT ck_plan_task_kind CHECK (kind IN ('kekuatan', 'peralatan', 'beri_tahu', 'rumah_sakit', 'penutupan', 'kamera', 'periksa')),
    CONSTRAINT ck_plan_task_text_length CHECK (length(text) <= 400),
    CONSTRAINT ck_plan_task_subject_length CHECK (length(subject) <= 4000),
    CONSTRAINT ck_plan_task_owner_length CHECK (length(owner) <= 200),
    CONSTRAINT ck_plan_task_dropped_flag CHECK (dropped IN (true, false)),
    CONSTRAINT ck_plan_task_note_length CHECK (length(note) <= 4000),
    CONSTRAINT ck_plan_task_version_range CHECK (version >= 1),
    CONSTRAINT fk_plan_task_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_plan_task_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) ON DELETE RESTRICT,
    CONSTRAINT fk_plan_task_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_plan_task_decision_id ON plan_task (decision_id)
