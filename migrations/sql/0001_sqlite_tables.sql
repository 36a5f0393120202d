-- Written by migrations/freeze.py. Statements are separated by blank lines.
CREATE TABLE allowed_move (
    machine VARCHAR(40) NOT NULL,
    old VARCHAR(40) NOT NULL,
    new VARCHAR(40) NOT NULL,
    CONSTRAINT pk_allowed_move PRIMARY KEY (machine, old, new)
)
 WITHOUT ROWID

CREATE TABLE day_counter (
    day VARCHAR(10) NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_day_counter PRIMARY KEY (day),
    CONSTRAINT ck_day_counter_last_range CHECK (last > 0)
)

CREATE TABLE event_log (
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    kind VARCHAR(100) NOT NULL,
    recorded_at BIGINT NOT NULL,
    body BLOB NOT NULL,
    CONSTRAINT pk_event_log PRIMARY KEY (seq),
    CONSTRAINT ck_event_log_seq_range CHECK (seq > 0),
    CONSTRAINT ck_event_log_hash_length CHECK (length(hash) = 32),
    CONSTRAINT uq_event_log_op_id UNIQUE (op_id)
)

CREATE TABLE lease (
    name VARCHAR(100) NOT NULL,
    holder VARCHAR(100) NOT NULL,
    until BIGINT NOT NULL,
    CONSTRAINT pk_lease PRIMARY KEY (name)
)

CREATE TABLE log_head (
    id INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    hash BLOB NOT NULL,
    CONSTRAINT pk_log_head PRIMARY KEY (id),
    CONSTRAINT ck_log_head_one_row CHECK (id = 1)
)

CREATE TABLE telemetry_health (
    kind VARCHAR(40) NOT NULL,
    id VARCHAR(100) NOT NULL,
    state VARCHAR(40) NOT NULL,
    code VARCHAR(100) NOT NULL,
    params TEXT NOT NULL,
    at BIGINT NOT NULL,
    last_ok_at BIGINT,
    next_try_at BIGINT,
    CONSTRAINT pk_telemetry_health PRIMARY KEY (kind, id)
)

CREATE TABLE telemetry_position (
    unit_id VARCHAR(100) NOT NULL,
    lat FLOAT NOT NULL,
    lon FLOAT NOT NULL,
    accuracy_m FLOAT,
    speed_mps FLOAT,
    course_deg FLOAT,
    at BIGINT NOT NULL,
    CONSTRAINT pk_telemetry_position PRIMARY KEY (unit_id)
)

CREATE TABLE event_subject (
    entity VARCHAR(40) NOT NULL,
    id VARCHAR(100) NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_event_subject PRIMARY KEY (entity, id, seq),
    CONSTRAINT fk_event_subject_seq FOREIGN KEY(seq) REFERENCES event_log (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

CREATE TABLE op (
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_op PRIMARY KEY (op_id),
    CONSTRAINT fk_op_op_id FOREIGN KEY(op_id) REFERENCES event_log (op_id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

CREATE TABLE agency (
    id VARCHAR(100) NOT NULL,
    code VARCHAR(40) NOT NULL,
    name VARCHAR(200) NOT NULL,
    short VARCHAR(40) NOT NULL,
    ours BOOLEAN NOT NULL,
    orderable BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_agency PRIMARY KEY (id),
    CONSTRAINT ck_agency_code_length CHECK (length(code) <= 40),
    CONSTRAINT ck_agency_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_agency_short_length CHECK (length(short) <= 40),
    CONSTRAINT ck_agency_ours_flag CHECK (ours IN (true, false)),
    CONSTRAINT ck_agency_orderable_flag CHECK (orderable IN (true, false)),
    CONSTRAINT ck_agency_version_range CHECK (version >= 1),
    CONSTRAINT fk_agency_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

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
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_alarm PRIMARY KEY (id),
    CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent')),
    CONSTRAINT ck_alarm_rank_range CHECK (rank >= 1),
    CONSTRAINT ck_alarm_subject_kind_length CHECK (length(subject_kind) <= 40),
    CONSTRAINT ck_alarm_subject_id_length CHECK (length(subject_id) <= 100),
    CONSTRAINT ck_alarm_params_length CHECK (length(params) <= 4000),
    CONSTRAINT ck_alarm_version_range CHECK (version >= 1),
    CONSTRAINT fk_alarm_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_alarm_cleared_at ON alarm (cleared_at)

CREATE TABLE boundaries (
    id VARCHAR(100) NOT NULL,
    name VARCHAR(200) NOT NULL,
    topology TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_boundaries PRIMARY KEY (id),
    CONSTRAINT ck_boundaries_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_boundaries_topology_length CHECK (length(topology) <= 4000000),
    CONSTRAINT ck_boundaries_version_range CHECK (version >= 1),
    CONSTRAINT fk_boundaries_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE camera (
    id VARCHAR(100) NOT NULL,
    label VARCHAR(200) NOT NULL,
    name VARCHAR(200) NOT NULL,
    url VARCHAR(2000) NOT NULL,
    owner VARCHAR(200) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    lat FLOAT,
    lon FLOAT,
    enabled BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_camera PRIMARY KEY (id),
    CONSTRAINT ck_camera_label_length CHECK (length(label) <= 200),
    CONSTRAINT ck_camera_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_camera_url_length CHECK (length(url) <= 2000),
    CONSTRAINT ck_camera_owner_length CHECK (length(owner) <= 200),
    CONSTRAINT ck_camera_kind_length CHECK (length(kind) <= 40),
    CONSTRAINT ck_camera_lat_range CHECK (lat BETWEEN -90 AND 90),
    CONSTRAINT ck_camera_lon_range CHECK (lon BETWEEN -180 AND 180),
    CONSTRAINT ck_camera_position_whole CHECK ((lat IS NULL) = (lon IS NULL)),
    CONSTRAINT ck_camera_enabled_flag CHECK (enabled IN (true, false)),
    CONSTRAINT ck_camera_version_range CHECK (version >= 1),
    CONSTRAINT fk_camera_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE operation (
    id VARCHAR(100) NOT NULL,
    name VARCHAR(200) NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT,
    target_day VARCHAR(10),
    levels TEXT NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_operation PRIMARY KEY (id),
    CONSTRAINT ck_operation_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_operation_target_day_length CHECK (length(target_day) <= 10),
    CONSTRAINT ck_operation_levels_length CHECK (length(levels) <= 20000),
    CONSTRAINT ck_operation_version_range CHECK (version >= 1),
    CONSTRAINT fk_operation_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE place (
    id VARCHAR(100) NOT NULL,
    code VARCHAR(40) NOT NULL,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    lat FLOAT,
    lon FLOAT,
    parent VARCHAR(40),
    nicknames TEXT NOT NULL,
    source VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_place PRIMARY KEY (id),
    CONSTRAINT ck_place_code_length CHECK (length(code) <= 40),
    CONSTRAINT ck_place_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_place_kind CHECK (kind IN ('kecamatan', 'kelurahan', 'hospital', 'post', 'police', 'government', 'election_office', 'tps', 'school', 'market', 'station', 'landmark', 'road')),
    CONSTRAINT ck_place_lat_range CHECK (lat BETWEEN -90 AND 90),
    CONSTRAINT ck_place_lon_range CHECK (lon BETWEEN -180 AND 180),
    CONSTRAINT ck_place_position_whole CHECK ((lat IS NULL) = (lon IS NULL)),
    CONSTRAINT ck_place_parent_length CHECK (length(parent) <= 40),
    CONSTRAINT ck_place_nicknames_length CHECK (length(nicknames) <= 4000),
    CONSTRAINT ck_place_source_length CHECK (length(source) <= 200),
    CONSTRAINT ck_place_version_range CHECK (version >= 1),
    CONSTRAINT fk_place_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_place_code ON place (code)

CREATE TABLE room (
    id VARCHAR(100) NOT NULL,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    epoch VARCHAR(200) NOT NULL,
    pack VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_room PRIMARY KEY (id),
    CONSTRAINT ck_room_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_room_kind CHECK (kind IN ('live', 'exercise')),
    CONSTRAINT ck_room_epoch_length CHECK (length(epoch) <= 200),
    CONSTRAINT ck_room_pack_length CHECK (length(pack) <= 200),
    CONSTRAINT ck_room_version_range CHECK (version >= 1),
    CONSTRAINT fk_room_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE source (
    id VARCHAR(100) NOT NULL,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    url VARCHAR(2000) NOT NULL,
    enabled BOOLEAN NOT NULL,
    cursor VARCHAR(2000) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_source PRIMARY KEY (id),
    CONSTRAINT ck_source_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_source_kind CHECK (kind IN ('pull', 'manual')),
    CONSTRAINT ck_source_url_length CHECK (length(url) <= 2000),
    CONSTRAINT ck_source_enabled_flag CHECK (enabled IN (true, false)),
    CONSTRAINT ck_source_cursor_length CHECK (length(cursor) <= 2000),
    CONSTRAINT ck_source_version_range CHECK (version >= 1),
    CONSTRAINT fk_source_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE staff (
    id VARCHAR(100) NOT NULL,
    name VARCHAR(200) NOT NULL,
    initials VARCHAR(10) NOT NULL,
    role VARCHAR(40) NOT NULL,
    seat VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_staff PRIMARY KEY (id),
    CONSTRAINT ck_staff_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_staff_initials_length CHECK (length(initials) <= 10),
    CONSTRAINT ck_staff_role CHECK (role IN ('operator', 'shift_lead', 'liaison', 'administrator', 'observer', 'system')),
    CONSTRAINT ck_staff_seat_length CHECK (length(seat) <= 200),
    CONSTRAINT ck_staff_version_range CHECK (version >= 1),
    CONSTRAINT fk_staff_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE incident (
    id VARCHAR(100) NOT NULL,
    number INTEGER NOT NULL,
    day VARCHAR(10) NOT NULL,
    status VARCHAR(40) NOT NULL,
    priority VARCHAR(40) NOT NULL,
    priority_reason TEXT NOT NULL,
    category VARCHAR(200) NOT NULL,
    title VARCHAR(500) NOT NULL,
    owner_id VARCHAR(100),
    claimed_at BIGINT,
    opened_at BIGINT NOT NULL,
    occurred_at BIGINT,
    verified_at BIGINT,
    verified_by VARCHAR(100),
    first_order_at BIGINT,
    first_on_scene_at BIGINT,
    closed_at BIGINT,
    disposition VARCHAR(40),
    merged_into VARCHAR(100),
    lat FLOAT,
    lon FLOAT,
    accuracy_m FLOAT,
    located_by VARCHAR(40) NOT NULL,
    area_code VARCHAR(40),
    address VARCHAR(500) NOT NULL,
    operation_id VARCHAR(100),
    alias VARCHAR(40),
    time_reversed BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_incident PRIMARY KEY (id),
    CONSTRAINT ck_incident_number_range CHECK (number >= 1),
    CONSTRAINT ck_incident_day_length CHECK (length(day) <= 10),
    CONSTRAINT ck_incident_status CHECK (status IN ('baru', 'terverifikasi', 'ditangani', 'selesai', 'digabung', 'dibatalkan')),
    CONSTRAINT ck_incident_priority CHECK (priority IN ('P1', 'P2', 'P3', 'P4')),
    CONSTRAINT ck_incident_priority_reason_length CHECK (length(priority_reason) <= 4000),
    CONSTRAINT ck_incident_category_length CHECK (length(category) <= 200),
    CONSTRAINT ck_incident_title_length CHECK (length(title) <= 500),
    CONSTRAINT ck_incident_disposition CHECK (disposition IN ('resolved', 'referred', 'false_report', 'prank', 'not_found', 'duplicate', 'imported')),
    CONSTRAINT ck_incident_lat_range CHECK (lat BETWEEN -90 AND 90),
    CONSTRAINT ck_incident_lon_range CHECK (lon BETWEEN -180 AND 180),
    CONSTRAINT ck_incident_position_whole CHECK ((lat IS NULL) = (lon IS NULL)),
    CONSTRAINT ck_incident_accuracy_m_range CHECK (accuracy_m >= 0),
    CONSTRAINT ck_incident_located_by CHECK (located_by IN ('gps', 'geocoded', 'kelurahan', 'typed', 'unknown')),
    CONSTRAINT ck_incident_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_incident_address_length CHECK (length(address) <= 500),
    CONSTRAINT ck_incident_alias_length CHECK (length(alias) <= 40),
    CONSTRAINT ck_incident_time_reversed_flag CHECK (time_reversed IN (true, false)),
    CONSTRAINT ck_incident_version_range CHECK (version >= 1),
    CONSTRAINT uq_incident_day_number UNIQUE (day, number),
    CONSTRAINT ck_incident_closed_after CHECK (time_reversed OR closed_at >= opened_at),
    CONSTRAINT ck_incident_closed_with_disposition CHECK (status <> 'selesai' OR (closed_at IS NOT NULL AND disposition IS NOT NULL)),
    CONSTRAINT ck_incident_merged_into_something CHECK (status <> 'digabung' OR merged_into IS NOT NULL),
    CONSTRAINT ck_incident_merged_into_another CHECK (merged_into <> id),
    CONSTRAINT fk_incident_owner_id FOREIGN KEY(owner_id) REFERENCES staff (id) ON DELETE RESTRICT,
    CONSTRAINT fk_incident_merged_into FOREIGN KEY(merged_into) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_incident_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_incident_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_incident_closed_at ON incident (closed_at)

CREATE INDEX ix_incident_merged_into ON incident (merged_into)

CREATE INDEX ix_incident_open ON incident (id) WHERE status IN ('baru', 'terverifikasi', 'ditangani')

CREATE TABLE report (
    id VARCHAR(100) NOT NULL,
    source_id VARCHAR(100) NOT NULL,
    external_id VARCHAR(200) NOT NULL,
    category VARCHAR(200) NOT NULL,
    text VARCHAR(20000) NOT NULL,
    reporter VARCHAR(40) NOT NULL,
    occurred_at BIGINT,
    received_at BIGINT NOT NULL,
    lat FLOAT,
    lon FLOAT,
    accuracy_m FLOAT,
    located_by VARCHAR(40) NOT NULL,
    area_code VARCHAR(40),
    address VARCHAR(500) NOT NULL,
    clock_skewed BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_report PRIMARY KEY (id),
    CONSTRAINT ck_report_external_id_length CHECK (length(external_id) <= 200),
    CONSTRAINT ck_report_category_length CHECK (length(category) <= 200),
    CONSTRAINT ck_report_text_length CHECK (length(text) <= 20000),
    CONSTRAINT ck_report_reporter CHECK (reporter IN ('open', 'rahasia', 'anonim')),
    CONSTRAINT ck_report_lat_range CHECK (lat BETWEEN -90 AND 90),
    CONSTRAINT ck_report_lon_range CHECK (lon BETWEEN -180 AND 180),
    CONSTRAINT ck_report_position_whole CHECK ((lat IS NULL) = (lon IS NULL)),
    CONSTRAINT ck_report_accuracy_m_range CHECK (accuracy_m >= 0),
    CONSTRAINT ck_report_located_by CHECK (located_by IN ('gps', 'geocoded', 'kelurahan', 'typed', 'unknown')),
    CONSTRAINT ck_report_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_report_address_length CHECK (length(address) <= 500),
    CONSTRAINT ck_report_clock_skewed_flag CHECK (clock_skewed IN (true, false)),
    CONSTRAINT ck_report_version_range CHECK (version >= 1),
    CONSTRAINT fk_report_source_id FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE RESTRICT,
    CONSTRAINT fk_report_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_report_source_id_external_id ON report (source_id, external_id)

CREATE TABLE shift (
    id VARCHAR(100) NOT NULL,
    name VARCHAR(200) NOT NULL,
    lead_id VARCHAR(100),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_shift PRIMARY KEY (id),
    CONSTRAINT ck_shift_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_shift_version_range CHECK (version >= 1),
    CONSTRAINT fk_shift_lead_id FOREIGN KEY(lead_id) REFERENCES staff (id) ON DELETE RESTRICT,
    CONSTRAINT fk_shift_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE unit (
    id VARCHAR(100) NOT NULL,
    call_sign VARCHAR(200) NOT NULL,
    agency_id VARCHAR(100) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    capabilities TEXT NOT NULL,
    crew INTEGER NOT NULL,
    home VARCHAR(40),
    parent_id VARCHAR(100),
    status VARCHAR(40) NOT NULL,
    status_since BIGINT NOT NULL,
    status_reason VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_unit PRIMARY KEY (id),
    CONSTRAINT ck_unit_call_sign_length CHECK (length(call_sign) <= 200),
    CONSTRAINT ck_unit_kind_length CHECK (length(kind) <= 40),
    CONSTRAINT ck_unit_capabilities_length CHECK (length(capabilities) <= 4000),
    CONSTRAINT ck_unit_crew_range CHECK (crew >= 0),
    CONSTRAINT ck_unit_home_length CHECK (length(home) <= 40),
    CONSTRAINT ck_unit_status CHECK (status IN ('available', 'ordered', 'en_route', 'on_scene', 'staged', 'returning', 'break', 'unavailable', 'off_duty', 'unknown')),
    CONSTRAINT ck_unit_status_reason_length CHECK (length(status_reason) <= 200),
    CONSTRAINT ck_unit_version_range CHECK (version >= 1),
    CONSTRAINT fk_unit_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id) ON DELETE RESTRICT,
    CONSTRAINT fk_unit_parent_id FOREIGN KEY(parent_id) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_unit_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_unit_call_sign ON unit (call_sign)

CREATE TABLE dispatch_order (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    via VARCHAR(40) NOT NULL,
    ordered_by VARCHAR(100) NOT NULL,
    ordered_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_dispatch_order PRIMARY KEY (id),
    CONSTRAINT ck_dispatch_order_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_dispatch_order_via_length CHECK (length(via) <= 40),
    CONSTRAINT ck_dispatch_order_version_range CHECK (version >= 1),
    CONSTRAINT fk_dispatch_order_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_dispatch_order_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_dispatch_order_incident_id ON dispatch_order (incident_id)

CREATE TABLE incident_report (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    report_id VARCHAR(100) NOT NULL,
    attached_at BIGINT NOT NULL,
    attached_by VARCHAR(100) NOT NULL,
    detached_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_incident_report PRIMARY KEY (id),
    CONSTRAINT ck_incident_report_version_range CHECK (version >= 1),
    CONSTRAINT fk_incident_report_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_incident_report_report_id FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE RESTRICT,
    CONSTRAINT fk_incident_report_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_incident_report_incident_id ON incident_report (incident_id)

CREATE INDEX ix_incident_report_report_id ON incident_report (report_id)

CREATE TABLE merge_link (
    id VARCHAR(100) NOT NULL,
    winner_id VARCHAR(100) NOT NULL,
    loser_id VARCHAR(100) NOT NULL,
    loser_status VARCHAR(40) NOT NULL,
    taken TEXT NOT NULL,
    merged_at BIGINT NOT NULL,
    merged_by VARCHAR(100) NOT NULL,
    unmerged_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_merge_link PRIMARY KEY (id),
    CONSTRAINT ck_merge_link_loser_status CHECK (loser_status IN ('baru', 'terverifikasi', 'ditangani', 'selesai', 'digabung', 'dibatalkan')),
    CONSTRAINT ck_merge_link_taken_length CHECK (length(taken) <= 20000),
    CONSTRAINT ck_merge_link_version_range CHECK (version >= 1),
    CONSTRAINT ck_merge_link_two_incidents CHECK (winner_id <> loser_id),
    CONSTRAINT fk_merge_link_winner_id FOREIGN KEY(winner_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_merge_link_loser_id FOREIGN KEY(loser_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_merge_link_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_merge_link_loser_id ON merge_link (loser_id)

CREATE INDEX ix_merge_link_winner_id ON merge_link (winner_id)

CREATE UNIQUE INDEX ux_merge_link_loser_merged ON merge_link (loser_id) WHERE unmerged_at IS NULL

CREATE TABLE note (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100),
    text VARCHAR(4000) NOT NULL,
    author_id VARCHAR(100) NOT NULL,
    at BIGINT NOT NULL,
    struck_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_note PRIMARY KEY (id),
    CONSTRAINT ck_note_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_note_version_range CHECK (version >= 1),
    CONSTRAINT fk_note_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_note_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_note_incident_id_at ON note (incident_id, at)

CREATE TABLE snapshot (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    camera_id VARCHAR(100) NOT NULL,
    file VARCHAR(500) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    captured_at BIGINT NOT NULL,
    taken_by VARCHAR(100) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_snapshot PRIMARY KEY (id),
    CONSTRAINT ck_snapshot_file_length CHECK (length(file) <= 500),
    CONSTRAINT ck_snapshot_sha256_length CHECK (length(sha256) <= 64),
    CONSTRAINT ck_snapshot_width_range CHECK (width >= 1),
    CONSTRAINT ck_snapshot_height_range CHECK (height >= 1),
    CONSTRAINT ck_snapshot_version_range CHECK (version >= 1),
    CONSTRAINT ck_snapshot_sha256_whole CHECK (length(sha256) = 64),
    CONSTRAINT fk_snapshot_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_snapshot_camera_id FOREIGN KEY(camera_id) REFERENCES camera (id) ON DELETE RESTRICT,
    CONSTRAINT fk_snapshot_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_snapshot_incident_id ON snapshot (incident_id)

CREATE TABLE assignment (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    unit_id VARCHAR(100) NOT NULL,
    order_id VARCHAR(100) NOT NULL,
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
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_assignment PRIMARY KEY (id),
    CONSTRAINT ck_assignment_kind CHECK (kind IN ('active', 'requested', 'stacked', 'posting')),
    CONSTRAINT ck_assignment_status CHECK (status IN ('diperintah', 'diterima', 'menuju', 'di_tkp')),
    CONSTRAINT ck_assignment_close_reason CHECK (close_reason IN ('done', 'diambil_alih', 'cancelled', 'refused', 'undone')),
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
