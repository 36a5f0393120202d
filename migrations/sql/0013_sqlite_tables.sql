-- Written by migrations/freeze.py. Statements are separated by blank lines.
CREATE TABLE regu (
    id VARCHAR(100) NOT NULL,
    name VARCHAR(60) NOT NULL,
    disbanded_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_regu PRIMARY KEY (id),
    CONSTRAINT ck_regu_name_length CHECK (length(name) <= 60),
    CONSTRAINT ck_regu_version_range CHECK (version >= 1),
    CONSTRAINT fk_regu_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE roll_call (
    id VARCHAR(100) NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    opened_by VARCHAR(100) NOT NULL,
    opened_at BIGINT NOT NULL,
    finished_by VARCHAR(100),
    finished_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_roll_call PRIMARY KEY (id),
    CONSTRAINT ck_roll_call_version_range CHECK (version >= 1),
    CONSTRAINT uq_roll_call_starts_at UNIQUE (starts_at),
    CONSTRAINT fk_roll_call_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE personnel (
    id VARCHAR(100) NOT NULL,
    nrp VARCHAR(20) NOT NULL,
    name VARCHAR(80) NOT NULL,
    rank VARCHAR(40) NOT NULL,
    agency_id VARCHAR(100) NOT NULL,
    position VARCHAR(60) NOT NULL,
    regu_id VARCHAR(100),
    unit_id VARCHAR(100),
    staff_id VARCHAR(100),
    left_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_personnel PRIMARY KEY (id),
    CONSTRAINT ck_personnel_nrp_length CHECK (length(nrp) <= 20),
    CONSTRAINT ck_personnel_name_length CHECK (length(name) <= 80),
    CONSTRAINT ck_personnel_rank_length CHECK (length(rank) <= 40),
    CONSTRAINT ck_personnel_position_length CHECK (length(position) <= 60),
    CONSTRAINT ck_personnel_version_range CHECK (version >= 1),
    CONSTRAINT uq_personnel_nrp UNIQUE (nrp),
    CONSTRAINT fk_personnel_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id) ON DELETE RESTRICT,
    CONSTRAINT fk_personnel_regu_id FOREIGN KEY(regu_id) REFERENCES regu (id) ON DELETE RESTRICT,
    CONSTRAINT fk_personnel_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_personnel_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE RESTRICT,
    CONSTRAINT fk_personnel_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE unit_check (
    id VARCHAR(100) NOT NULL,
    roll_call_id VARCHAR(100) NOT NULL,
    unit_id VARCHAR(100) NOT NULL,
    vehicle VARCHAR(40) NOT NULL,
    radio VARCHAR(40) NOT NULL,
    weapon VARCHAR(40) NOT NULL,
    equipment VARCHAR(40) NOT NULL,
    note VARCHAR(200) NOT NULL,
    at BIGINT NOT NULL,
    said_by VARCHAR(100) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_unit_check PRIMARY KEY (id),
    CONSTRAINT ck_unit_check_vehicle CHECK (vehicle IN ('belum', 'baik', 'rusak', 'tidak_ada')),
    CONSTRAINT ck_unit_check_radio CHECK (radio IN ('belum', 'baik', 'rusak', 'tidak_ada')),
    CONSTRAINT ck_unit_check_weapon CHECK (weapon IN ('belum', 'baik', 'rusak', 'tidak_ada')),
    CONSTRAINT ck_unit_check_equipment CHECK (equipment IN ('belum', 'baik', 'rusak', 'tidak_ada')),
    CONSTRAINT ck_unit_check_note_length CHECK (length(note) <= 200),
    CONSTRAINT ck_unit_check_version_range CHECK (version >= 1),
    CONSTRAINT uq_unit_check_roll_call_id_unit_id UNIQUE (roll_call_id, unit_id),
    CONSTRAINT fk_unit_check_roll_call_id FOREIGN KEY(roll_call_id) REFERENCES roll_call (id) ON DELETE RESTRICT,
    CONSTRAINT fk_unit_check_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_unit_check_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE duty (
    id VARCHAR(100) NOT NULL,
    day VARCHAR(10) NOT NULL,
    number INTEGER NOT NULL,
    pattern VARCHAR(40) NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    regu_id VARCHAR(100) NOT NULL,
    personnel_id VARCHAR(100),
    struck_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_duty PRIMARY KEY (id),
    CONSTRAINT ck_duty_day_length CHECK (length(day) <= 10),
    CONSTRAINT ck_duty_number_range CHECK (number >= 0),
    CONSTRAINT ck_duty_pattern_length CHECK (length(pattern) <= 40),
    CONSTRAINT ck_duty_version_range CHECK (version >= 1),
    CONSTRAINT ck_duty_in_order CHECK (ends_at > starts_at),
    CONSTRAINT fk_duty_regu_id FOREIGN KEY(regu_id) REFERENCES regu (id) ON DELETE RESTRICT,
    CONSTRAINT fk_duty_personnel_id FOREIGN KEY(personnel_id) REFERENCES personnel (id) ON DELETE RESTRICT,
    CONSTRAINT fk_duty_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_duty_day ON duty (day)

CREATE INDEX ix_duty_ends_at ON duty (ends_at)

CREATE TABLE roll_mark (
    id VARCHAR(100) NOT NULL,
    roll_call_id VARCHAR(100) NOT NULL,
    personnel_id VARCHAR(100) NOT NULL,
    regu_id VARCHAR(100),
    unit_id VARCHAR(100),
    state VARCHAR(40) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    listed BOOLEAN NOT NULL,
    at BIGINT NOT NULL,
    said_by VARCHAR(100) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_roll_mark PRIMARY KEY (id),
    CONSTRAINT ck_roll_mark_state CHECK (state IN ('belum', 'hadir', 'terlambat', 'tidak_hadir')),
    CONSTRAINT ck_roll_mark_reason_length CHECK (length(reason) <= 200),
    CONSTRAINT ck_roll_mark_listed_flag CHECK (listed IN (true, false)),
    CONSTRAINT ck_roll_mark_version_range CHECK (version >= 1),
    CONSTRAINT uq_roll_mark_roll_call_id_personnel_id UNIQUE (roll_call_id, personnel_id),
    CONSTRAINT fk_roll_mark_roll_call_id FOREIGN KEY(roll_call_id) REFERENCES roll_call (id) ON DELETE RESTRICT,
    CONSTRAINT fk_roll_mark_personnel_id FOREIGN KEY(personnel_id) REFERENCES personnel (id) ON DELETE RESTRICT,
    CONSTRAINT fk_roll_mark_regu_id FOREIGN KEY(regu_id) REFERENCES regu (id) ON DELETE RESTRICT,
    CONSTRAINT fk_roll_mark_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_roll_mark_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE seating (
    id VARCHAR(100) NOT NULL,
    workstation_id VARCHAR(100) NOT NULL,
    personnel_id VARCHAR(100) NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_seating PRIMARY KEY (id),
    CONSTRAINT ck_seating_version_range CHECK (version >= 1),
    CONSTRAINT fk_seating_workstation_id FOREIGN KEY(workstation_id) REFERENCES workstation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_seating_personnel_id FOREIGN KEY(personnel_id) REFERENCES personnel (id) ON DELETE RESTRICT,
    CONSTRAINT fk_seating_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE UNIQUE INDEX ux_seating_workstation_id ON seating (workstation_id) WHERE until IS NULL

CREATE TABLE duty_swap (
    id VARCHAR(100) NOT NULL,
    giver_id VARCHAR(100) NOT NULL,
    giver_duty_id VARCHAR(100) NOT NULL,
    taker_id VARCHAR(100) NOT NULL,
    taker_duty_id VARCHAR(100),
    reason VARCHAR(400) NOT NULL,
    ends_at BIGINT NOT NULL,
    state VARCHAR(40) NOT NULL,
    asked_by VARCHAR(100) NOT NULL,
    asked_at BIGINT NOT NULL,
    decided_by VARCHAR(100),
    decided_at BIGINT,
    why VARCHAR(400) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_duty_swap PRIMARY KEY (id),
    CONSTRAINT ck_duty_swap_reason_length CHECK (length(reason) <= 400),
    CONSTRAINT ck_duty_swap_state CHECK (state IN ('diminta', 'disetujui', 'ditolak', 'ditarik')),
    CONSTRAINT ck_duty_swap_why_length CHECK (length(why) <= 400),
    CONSTRAINT ck_duty_swap_version_range CHECK (version >= 1),
    CONSTRAINT ck_duty_swap_between_two CHECK (giver_id <> taker_id),
    CONSTRAINT fk_duty_swap_giver_id FOREIGN KEY(giver_id) REFERENCES personnel (id) ON DELETE RESTRICT,
    CONSTRAINT fk_duty_swap_giver_duty_id FOREIGN KEY(giver_duty_id) REFERENCES duty (id) ON DELETE RESTRICT,
    CONSTRAINT fk_duty_swap_taker_id FOREIGN KEY(taker_id) REFERENCES personnel (id) ON DELETE RESTRICT,
    CONSTRAINT fk_duty_swap_taker_duty_id FOREIGN KEY(taker_duty_id) REFERENCES duty (id) ON DELETE RESTRICT,
    CONSTRAINT fk_duty_swap_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)
