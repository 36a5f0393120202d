-- Written by migrations/freeze.py. Statements are separated by blank lines.
CREATE TABLE room_task (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    title VARCHAR(200) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    repeats VARCHAR(40) NOT NULL,
    first_at BIGINT,
    after_min INTEGER NOT NULL,
    at VARCHAR(5) NOT NULL,
    days TEXT NOT NULL,
    owner_kind VARCHAR(40) NOT NULL,
    owner VARCHAR(100) NOT NULL,
    made_by VARCHAR(100) COLLATE "C" NOT NULL,
    made_at BIGINT NOT NULL,
    ended_at BIGINT,
    ended_by VARCHAR(100) COLLATE "C",
    reason VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_room_task PRIMARY KEY (id),
    CONSTRAINT ck_room_task_title_length CHECK (length(title) <= 200),
    CONSTRAINT ck_room_task_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_room_task_repeats CHECK (repeats IN ('sekali', 'tiap_regu', 'tiap_hari', 'hari_tertentu')),
    CONSTRAINT ck_room_task_after_min_range CHECK (after_min >= 0),
    CONSTRAINT ck_room_task_at_length CHECK (length(at) <= 5),
    CONSTRAINT ck_room_task_days_length CHECK (length(days) <= 40),
    CONSTRAINT ck_room_task_owner_kind CHECK (owner_kind IN ('ruang', 'pimpinan_regu', 'meja', 'orang', 'unit')),
    CONSTRAINT ck_room_task_owner_length CHECK (length(owner) <= 100),
    CONSTRAINT ck_room_task_reason_length CHECK (length(reason) <= 200),
    CONSTRAINT ck_room_task_first_whole CHECK ((repeats = 'sekali') = (first_at IS NOT NULL)),
    CONSTRAINT ck_room_task_version_range CHECK (version >= 1),
    CONSTRAINT fk_room_task_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE shift_note (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    text VARCHAR(4000) NOT NULL,
    author_id VARCHAR(100) COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    struck_at BIGINT,
    struck_by VARCHAR(100) COLLATE "C",
    reason VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_shift_note PRIMARY KEY (id),
    CONSTRAINT ck_shift_note_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_shift_note_reason_length CHECK (length(reason) <= 200),
    CONSTRAINT ck_shift_note_ends_later CHECK (ends_at > starts_at),
    CONSTRAINT ck_shift_note_version_range CHECK (version >= 1),
    CONSTRAINT fk_shift_note_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_shift_note_ends_at ON shift_note (ends_at)

CREATE TABLE task_turn (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    task_id VARCHAR(100) COLLATE "C" NOT NULL,
    due_at BIGINT NOT NULL,
    done_at BIGINT NOT NULL,
    done_by VARCHAR(100) COLLATE "C" NOT NULL,
    note VARCHAR(400) NOT NULL,
    struck_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_task_turn PRIMARY KEY (id),
    CONSTRAINT ck_task_turn_note_length CHECK (length(note) <= 400),
    CONSTRAINT ck_task_turn_version_range CHECK (version >= 1),
    CONSTRAINT fk_task_turn_task_id FOREIGN KEY(task_id) REFERENCES room_task (id) ON DELETE RESTRICT,
    CONSTRAINT fk_task_turn_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_task_turn_due_at ON task_turn (due_at)

CREATE UNIQUE INDEX ux_task_turn_due ON task_turn (task_id, due_at) WHERE struck_at IS NULL

CREATE TABLE instruction (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    text VARCHAR(4000) NOT NULL,
    ordered_by VARCHAR(200) NOT NULL,
    given_by VARCHAR(100) COLLATE "C" NOT NULL,
    given_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    expires_at BIGINT,
    incident_id VARCHAR(100) COLLATE "C",
    withdrawn_at BIGINT,
    withdrawn_by VARCHAR(100) COLLATE "C",
    reason VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_instruction PRIMARY KEY (id),
    CONSTRAINT ck_instruction_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_instruction_ordered_by_length CHECK (length(ordered_by) <= 200),
    CONSTRAINT ck_instruction_reason_length CHECK (length(reason) <= 200),
    CONSTRAINT ck_instruction_due_later CHECK (due_at >= given_at),
    CONSTRAINT ck_instruction_expires_later CHECK (expires_at IS NULL OR expires_at >= due_at),
    CONSTRAINT ck_instruction_withdrawn_whole CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CONSTRAINT ck_instruction_version_range CHECK (version >= 1),
    CONSTRAINT fk_instruction_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_instruction_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_instruction_withdrawn_at ON instruction (withdrawn_at)

CREATE TABLE instruction_receipt (
    id VARCHAR(100) COLLATE "C" NOT NULL,
    instruction_id VARCHAR(100) COLLATE "C" NOT NULL,
    kind VARCHAR(40) NOT NULL,
    addressee VARCHAR(100) NOT NULL,
    heard_at BIGINT,
    heard_by VARCHAR(100) COLLATE "C",
    how VARCHAR(40),
    radio_line_id VARCHAR(100) COLLATE "C",
    version INTEGER NOT NULL,
    op_id VARCHAR(100) COLLATE "C" NOT NULL,
    CONSTRAINT pk_instruction_receipt PRIMARY KEY (id),
    CONSTRAINT ck_instruction_receipt_kind CHECK (kind IN ('ruang', 'pimpinan_regu', 'meja', 'orang', 'unit')),
    CONSTRAINT ck_instruction_receipt_addressee_length CHECK (length(addressee) <= 100),
    CONSTRAINT ck_instruction_receipt_how CHECK (how IN ('meja', 'radio', 'telepon', 'langsung')),
    CONSTRAINT ck_instruction_receipt_heard_whole CHECK ((heard_at IS NULL) = (heard_by IS NULL)),
    CONSTRAINT ck_instruction_receipt_how_whole CHECK ((heard_at IS NULL) = (how IS NULL)),
    CONSTRAINT ck_instruction_receipt_version_range CHECK (version >= 1),
    CONSTRAINT fk_instruction_receipt_instruction_id FOREIGN KEY(instruction_id) REFERENCES instruction (id) ON DELETE RESTRICT,
    CONSTRAINT fk_instruction_receipt_radio_line_id FOREIGN KEY(radio_line_id) REFERENCES radio_line (id) ON DELETE RESTRICT,
    CONSTRAINT fk_instruction_receipt_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE UNIQUE INDEX ux_instruction_receipt_addressee ON instruction_receipt (instruction_id, kind, addressee)
