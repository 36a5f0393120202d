-- Written by migrations/freeze.py. Statements are separated by blank lines.
CREATE TABLE room_key (
    id VARCHAR(40) NOT NULL,
    "key" BLOB NOT NULL,
    CONSTRAINT pk_room_key PRIMARY KEY (id),
    CONSTRAINT ck_room_key_key_length CHECK (length(key) = 32),
    CONSTRAINT ck_room_key_id_known CHECK (id IN ('reporters'))
)

CREATE TABLE agency (
    id VARCHAR(100) NOT NULL,
    code VARCHAR(40) NOT NULL,
    name VARCHAR(200) NOT NULL,
    short VARCHAR(40) NOT NULL,
    ours BOOLEAN NOT NULL,
    orderable BOOLEAN NOT NULL,
    via VARCHAR(40) NOT NULL,
    reach VARCHAR(500) NOT NULL,
    answer_s INTEGER NOT NULL,
    outcome_s INTEGER NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_agency PRIMARY KEY (id),
    CONSTRAINT ck_agency_code_length CHECK (length(code) <= 40),
    CONSTRAINT ck_agency_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_agency_short_length CHECK (length(short) <= 40),
    CONSTRAINT ck_agency_ours_flag CHECK (ours IN (true, false)),
    CONSTRAINT ck_agency_orderable_flag CHECK (orderable IN (true, false)),
    CONSTRAINT ck_agency_via CHECK (via IN ('contract', 'email', 'letter')),
    CONSTRAINT ck_agency_reach_length CHECK (length(reach) <= 500),
    CONSTRAINT ck_agency_answer_s_range CHECK (answer_s >= 0),
    CONSTRAINT ck_agency_outcome_s_range CHECK (outcome_s >= 0),
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
    shelved_until BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_alarm PRIMARY KEY (id),
    CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge', 'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked', 'panic', 'kentongan', 'danger_in_flood', 'call_unanswered', 'callback_due', 'report_flood', 'referral_unanswered', 'standby_unanswered', 'visit_overdue', 'delivery_failed', 'schema_drift', 'file_refused', 'source_backlog')),
    CONSTRAINT ck_alarm_rank_range CHECK (rank >= 1),
    CONSTRAINT ck_alarm_subject_kind_length CHECK (length(subject_kind) <= 40),
    CONSTRAINT ck_alarm_subject_id_length CHECK (length(subject_id) <= 100),
    CONSTRAINT ck_alarm_params_length CHECK (length(params) <= 4000),
    CONSTRAINT ck_alarm_version_range CHECK (version >= 1),
    CONSTRAINT fk_alarm_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_alarm_cleared_at ON alarm (cleared_at)

CREATE TABLE night_watch (
    id VARCHAR(100) NOT NULL,
    area_code VARCHAR(40),
    rw VARCHAR(20) NOT NULL,
    weekday INTEGER NOT NULL,
    starts VARCHAR(5) NOT NULL,
    ends VARCHAR(5) NOT NULL,
    people INTEGER NOT NULL,
    contact VARCHAR(200) NOT NULL,
    left_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_night_watch PRIMARY KEY (id),
    CONSTRAINT ck_night_watch_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_night_watch_rw_length CHECK (length(rw) <= 20),
    CONSTRAINT ck_night_watch_weekday_range CHECK (weekday >= 0),
    CONSTRAINT ck_night_watch_starts_length CHECK (length(starts) <= 5),
    CONSTRAINT ck_night_watch_ends_length CHECK (length(ends) <= 5),
    CONSTRAINT ck_night_watch_people_range CHECK (people >= 0),
    CONSTRAINT ck_night_watch_contact_length CHECK (length(contact) <= 200),
    CONSTRAINT ck_night_watch_version_range CHECK (version >= 1),
    CONSTRAINT ck_night_watch_weekday_of_week CHECK (weekday <= 6),
    CONSTRAINT fk_night_watch_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE partner (
    id VARCHAR(100) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    name VARCHAR(200) NOT NULL,
    call_sign VARCHAR(40) NOT NULL,
    area_code VARCHAR(40),
    rw VARCHAR(20) NOT NULL,
    reach VARCHAR(200) NOT NULL,
    left_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_partner PRIMARY KEY (id),
    CONSTRAINT ck_partner_kind CHECK (kind IN ('senkom', 'siskamling', 'polisi_rw', 'bhabinkamtibmas', 'linmas', 'other')),
    CONSTRAINT ck_partner_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_partner_call_sign_length CHECK (length(call_sign) <= 40),
    CONSTRAINT ck_partner_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_partner_rw_length CHECK (length(rw) <= 20),
    CONSTRAINT ck_partner_reach_length CHECK (length(reach) <= 200),
    CONSTRAINT ck_partner_version_range CHECK (version >= 1),
    CONSTRAINT fk_partner_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_partner_call_sign ON partner (call_sign) WHERE call_sign <> '' AND left_at IS NULL

CREATE TABLE room_setting (
    id VARCHAR(100) NOT NULL,
    value TEXT NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_room_setting PRIMARY KEY (id),
    CONSTRAINT ck_room_setting_value_length CHECK (length(value) <= 20000),
    CONSTRAINT ck_room_setting_version_range CHECK (version >= 1),
    CONSTRAINT fk_room_setting_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE source (
    id VARCHAR(100) NOT NULL,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    url VARCHAR(2000) NOT NULL,
    enabled BOOLEAN NOT NULL,
    cursor VARCHAR(2000) NOT NULL,
    profile VARCHAR(40) NOT NULL,
    mapping VARCHAR(200) NOT NULL,
    reply_url VARCHAR(2000) NOT NULL,
    options TEXT NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_source PRIMARY KEY (id),
    CONSTRAINT ck_source_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_source_kind CHECK (kind IN ('pull', 'manual', 'push', 'files')),
    CONSTRAINT ck_source_url_length CHECK (length(url) <= 2000),
    CONSTRAINT ck_source_enabled_flag CHECK (enabled IN (true, false)),
    CONSTRAINT ck_source_cursor_length CHECK (length(cursor) <= 2000),
    CONSTRAINT ck_source_profile_length CHECK (length(profile) <= 40),
    CONSTRAINT ck_source_mapping_length CHECK (length(mapping) <= 200),
    CONSTRAINT ck_source_reply_url_length CHECK (length(reply_url) <= 2000),
    CONSTRAINT ck_source_options_length CHECK (length(options) <= 4000),
    CONSTRAINT ck_source_version_range CHECK (version >= 1),
    CONSTRAINT fk_source_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE hospital (
    id VARCHAR(100) NOT NULL,
    code VARCHAR(40) NOT NULL,
    name VARCHAR(200) NOT NULL,
    lat FLOAT,
    lon FLOAT,
    area_code VARCHAR(40),
    services TEXT NOT NULL,
    phone VARCHAR(60) NOT NULL,
    source_id VARCHAR(100),
    figures TEXT NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_hospital PRIMARY KEY (id),
    CONSTRAINT ck_hospital_code_length CHECK (length(code) <= 40),
    CONSTRAINT ck_hospital_name_length CHECK (length(name) <= 200),
    CONSTRAINT ck_hospital_lat_range CHECK (lat BETWEEN -90 AND 90),
    CONSTRAINT ck_hospital_lon_range CHECK (lon BETWEEN -180 AND 180),
    CONSTRAINT ck_hospital_position_whole CHECK ((lat IS NULL) = (lon IS NULL)),
    CONSTRAINT ck_hospital_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_hospital_services_length CHECK (length(services) <= 4000),
    CONSTRAINT ck_hospital_phone_length CHECK (length(phone) <= 60),
    CONSTRAINT ck_hospital_figures_length CHECK (length(figures) <= 20000),
    CONSTRAINT ck_hospital_version_range CHECK (version >= 1),
    CONSTRAINT uq_hospital_code UNIQUE (code),
    CONSTRAINT fk_hospital_source_id FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE RESTRICT,
    CONSTRAINT fk_hospital_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE rating (
    id VARCHAR(100) NOT NULL,
    area_code VARCHAR(40),
    place VARCHAR(200) NOT NULL,
    rw VARCHAR(20) NOT NULL,
    topic VARCHAR(60) NOT NULL,
    level VARCHAR(40) NOT NULL,
    note VARCHAR(4000) NOT NULL,
    source_id VARCHAR(100),
    author VARCHAR(200) NOT NULL,
    rated_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_rating PRIMARY KEY (id),
    CONSTRAINT ck_rating_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_rating_place_length CHECK (length(place) <= 200),
    CONSTRAINT ck_rating_rw_length CHECK (length(rw) <= 20),
    CONSTRAINT ck_rating_topic_length CHECK (length(topic) <= 60),
    CONSTRAINT ck_rating_level CHECK (level IN ('low', 'medium', 'high')),
    CONSTRAINT ck_rating_note_length CHECK (length(note) <= 4000),
    CONSTRAINT ck_rating_author_length CHECK (length(author) <= 200),
    CONSTRAINT ck_rating_version_range CHECK (version >= 1),
    CONSTRAINT fk_rating_source_id FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE RESTRICT,
    CONSTRAINT fk_rating_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_rating_area_code ON rating (area_code)

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
    channel VARCHAR(40) NOT NULL,
    late BOOLEAN NOT NULL,
    reporter_ref VARCHAR(64) NOT NULL,
    subject_id VARCHAR(100),
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
    CONSTRAINT ck_report_channel_length CHECK (length(channel) <= 40),
    CONSTRAINT ck_report_late_flag CHECK (late IN (true, false)),
    CONSTRAINT ck_report_reporter_ref_length CHECK (length(reporter_ref) <= 64),
    CONSTRAINT ck_report_version_range CHECK (version >= 1),
    CONSTRAINT fk_report_source_id FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE RESTRICT,
    CONSTRAINT fk_report_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_report_source_id_external_id ON report (source_id, external_id)

CREATE TABLE attachment (
    id VARCHAR(100) NOT NULL,
    report_id VARCHAR(100) NOT NULL,
    reference VARCHAR(2000) NOT NULL,
    state VARCHAR(40) NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    size INTEGER NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    file VARCHAR(200) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    asked_at BIGINT NOT NULL,
    stored_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT ck_attachment_reference_length CHECK (length(reference) <= 2000),
    CONSTRAINT ck_attachment_state CHECK (state IN ('requested', 'stored', 'refused')),
    CONSTRAINT ck_attachment_media_type_length CHECK (length(media_type) <= 100),
    CONSTRAINT ck_attachment_size_range CHECK (size >= 0),
    CONSTRAINT ck_attachment_sha256_length CHECK (length(sha256) <= 64),
    CONSTRAINT ck_attachment_file_length CHECK (length(file) <= 200),
    CONSTRAINT ck_attachment_reason_length CHECK (length(reason) <= 200),
    CONSTRAINT ck_attachment_version_range CHECK (version >= 1),
    CONSTRAINT ck_attachment_stored_whole CHECK ((state = 'stored') = (length(sha256) = 64)),
    CONSTRAINT fk_attachment_report_id FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE RESTRICT,
    CONSTRAINT fk_attachment_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_attachment_report_id ON attachment (report_id)

CREATE INDEX ix_attachment_wanted ON attachment (id) WHERE state = 'requested'

CREATE TABLE casualties (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    hospital_id VARCHAR(100),
    dead INTEGER NOT NULL,
    serious INTEGER NOT NULL,
    light INTEGER NOT NULL,
    counted_at BIGINT NOT NULL,
    counted_by VARCHAR(100) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_casualties PRIMARY KEY (id),
    CONSTRAINT ck_casualties_dead_range CHECK (dead >= 0),
    CONSTRAINT ck_casualties_serious_range CHECK (serious >= 0),
    CONSTRAINT ck_casualties_light_range CHECK (light >= 0),
    CONSTRAINT ck_casualties_version_range CHECK (version >= 1),
    CONSTRAINT fk_casualties_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_casualties_hospital_id FOREIGN KEY(hospital_id) REFERENCES hospital (id) ON DELETE RESTRICT,
    CONSTRAINT fk_casualties_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_casualties_incident_id ON casualties (incident_id)

CREATE TABLE delivery (
    id VARCHAR(100) NOT NULL,
    channel VARCHAR(20) NOT NULL,
    reach VARCHAR(500) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    about_kind VARCHAR(40) NOT NULL,
    about_id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100),
    body TEXT NOT NULL,
    state VARCHAR(40) NOT NULL,
    made_at BIGINT NOT NULL,
    ended_at BIGINT,
    reason VARCHAR(500) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_delivery PRIMARY KEY (id),
    CONSTRAINT ck_delivery_channel_length CHECK (length(channel) <= 20),
    CONSTRAINT ck_delivery_reach_length CHECK (length(reach) <= 500),
    CONSTRAINT ck_delivery_kind_length CHECK (length(kind) <= 40),
    CONSTRAINT ck_delivery_about_kind_length CHECK (length(about_kind) <= 40),
    CONSTRAINT ck_delivery_body_length CHECK (length(body) <= 20000),
    CONSTRAINT ck_delivery_state CHECK (state IN ('waiting', 'delivered', 'refused')),
    CONSTRAINT ck_delivery_reason_length CHECK (length(reason) <= 500),
    CONSTRAINT ck_delivery_version_range CHECK (version >= 1),
    CONSTRAINT ck_delivery_ended_whole CHECK ((state = 'waiting') = (ended_at IS NULL)),
    CONSTRAINT fk_delivery_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_delivery_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_delivery_incident_id ON delivery (incident_id)

CREATE INDEX ix_delivery_waiting ON delivery (id) WHERE state = 'waiting'

CREATE TABLE phone_call (
    id VARCHAR(100) NOT NULL,
    source_id VARCHAR(100) NOT NULL,
    call_id VARCHAR(200) NOT NULL,
    caller_ref VARCHAR(64) NOT NULL,
    subject_id VARCHAR(100),
    called VARCHAR(60) NOT NULL,
    state VARCHAR(40) NOT NULL,
    step INTEGER NOT NULL,
    ringing_at BIGINT NOT NULL,
    claimed_at BIGINT,
    claimed_by VARCHAR(100),
    ended_at BIGINT,
    incident_id VARCHAR(100),
    area_code VARCHAR(40),
    called_back_at BIGINT,
    called_back_by VARCHAR(100),
    outcome VARCHAR(500) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_phone_call PRIMARY KEY (id),
    CONSTRAINT ck_phone_call_call_id_length CHECK (length(call_id) <= 200),
    CONSTRAINT ck_phone_call_caller_ref_length CHECK (length(caller_ref) <= 64),
    CONSTRAINT ck_phone_call_called_length CHECK (length(called) <= 60),
    CONSTRAINT ck_phone_call_state CHECK (state IN ('ringing', 'claimed', 'ended', 'abandoned')),
    CONSTRAINT ck_phone_call_step_range CHECK (step >= 0),
    CONSTRAINT ck_phone_call_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_phone_call_outcome_length CHECK (length(outcome) <= 500),
    CONSTRAINT ck_phone_call_version_range CHECK (version >= 1),
    CONSTRAINT uq_phone_call_source_id_call_id UNIQUE (source_id, call_id),
    CONSTRAINT fk_phone_call_source_id FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE RESTRICT,
    CONSTRAINT fk_phone_call_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_phone_call_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_phone_call_caller_ref ON phone_call (caller_ref)

CREATE INDEX ix_phone_call_ringing_at ON phone_call (ringing_at)

CREATE TABLE public_notice (
    id VARCHAR(100) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    title VARCHAR(200) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    area_code VARCHAR(40),
    lat FLOAT,
    lon FLOAT,
    valid_from BIGINT NOT NULL,
    valid_until BIGINT,
    state VARCHAR(40) NOT NULL,
    made_at BIGINT NOT NULL,
    made_by VARCHAR(100) NOT NULL,
    approved_at BIGINT,
    approved_by VARCHAR(100),
    incident_id VARCHAR(100),
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_public_notice PRIMARY KEY (id),
    CONSTRAINT ck_public_notice_kind CHECK (kind IN ('road_closed', 'flood', 'crowd', 'fire', 'other')),
    CONSTRAINT ck_public_notice_title_length CHECK (length(title) <= 200),
    CONSTRAINT ck_public_notice_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_public_notice_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_public_notice_lat_range CHECK (lat BETWEEN -90 AND 90),
    CONSTRAINT ck_public_notice_lon_range CHECK (lon BETWEEN -180 AND 180),
    CONSTRAINT ck_public_notice_position_whole CHECK ((lat IS NULL) = (lon IS NULL)),
    CONSTRAINT ck_public_notice_state CHECK (state IN ('draft', 'approved', 'withdrawn')),
    CONSTRAINT ck_public_notice_version_range CHECK (version >= 1),
    CONSTRAINT ck_public_notice_approved_whole CHECK (state = 'draft' OR approved_at IS NOT NULL OR state = 'withdrawn'),
    CONSTRAINT fk_public_notice_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_public_notice_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE TABLE radio_line (
    id VARCHAR(100) NOT NULL,
    channel VARCHAR(40) NOT NULL,
    call_sign VARCHAR(40) NOT NULL,
    partner_id VARCHAR(100),
    text VARCHAR(4000) NOT NULL,
    activity VARCHAR(40) NOT NULL,
    at BIGINT NOT NULL,
    incident_id VARCHAR(100),
    entered_by VARCHAR(100) NOT NULL,
    struck_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_radio_line PRIMARY KEY (id),
    CONSTRAINT ck_radio_line_channel_length CHECK (length(channel) <= 40),
    CONSTRAINT ck_radio_line_call_sign_length CHECK (length(call_sign) <= 40),
    CONSTRAINT ck_radio_line_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_radio_line_activity_length CHECK (length(activity) <= 40),
    CONSTRAINT ck_radio_line_version_range CHECK (version >= 1),
    CONSTRAINT fk_radio_line_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE RESTRICT,
    CONSTRAINT fk_radio_line_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_radio_line_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_radio_line_at ON radio_line (at)

CREATE INDEX ix_radio_line_incident_id ON radio_line (incident_id)

CREATE TABLE referral (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    agency_id VARCHAR(100) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    via VARCHAR(40) NOT NULL,
    state VARCHAR(40) NOT NULL,
    rule VARCHAR(40) NOT NULL,
    their_number VARCHAR(200) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    outcome VARCHAR(4000) NOT NULL,
    referred_at BIGINT NOT NULL,
    referred_by VARCHAR(100) NOT NULL,
    answer_due_at BIGINT,
    answered_at BIGINT,
    outcome_due_at BIGINT,
    ended_at BIGINT,
    escalated INTEGER NOT NULL,
    answered_by VARCHAR(100) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_referral PRIMARY KEY (id),
    CONSTRAINT ck_referral_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_referral_via CHECK (via IN ('contract', 'email', 'letter')),
    CONSTRAINT ck_referral_state CHECK (state IN ('diteruskan', 'diterima', 'ditolak', 'selesai', 'ditarik')),
    CONSTRAINT ck_referral_rule_length CHECK (length(rule) <= 40),
    CONSTRAINT ck_referral_their_number_length CHECK (length(their_number) <= 200),
    CONSTRAINT ck_referral_reason_length CHECK (length(reason) <= 500),
    CONSTRAINT ck_referral_outcome_length CHECK (length(outcome) <= 4000),
    CONSTRAINT ck_referral_escalated_range CHECK (escalated >= 0),
    CONSTRAINT ck_referral_answered_by_length CHECK (length(answered_by) <= 100),
    CONSTRAINT ck_referral_version_range CHECK (version >= 1),
    CONSTRAINT fk_referral_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_referral_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id) ON DELETE RESTRICT,
    CONSTRAINT fk_referral_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_referral_incident_id ON referral (incident_id)

CREATE TABLE standby (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    hospital_id VARCHAR(100) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    serious INTEGER NOT NULL,
    light INTEGER NOT NULL,
    state VARCHAR(40) NOT NULL,
    asked_at BIGINT NOT NULL,
    asked_by VARCHAR(100) NOT NULL,
    due_at BIGINT,
    answered_at BIGINT,
    answer VARCHAR(500) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_standby PRIMARY KEY (id),
    CONSTRAINT ck_standby_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_standby_serious_range CHECK (serious >= 0),
    CONSTRAINT ck_standby_light_range CHECK (light >= 0),
    CONSTRAINT ck_standby_state CHECK (state IN ('diminta', 'siap', 'terbatas', 'tidak_bisa', 'dibatalkan')),
    CONSTRAINT ck_standby_answer_length CHECK (length(answer) <= 500),
    CONSTRAINT ck_standby_version_range CHECK (version >= 1),
    CONSTRAINT fk_standby_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_standby_hospital_id FOREIGN KEY(hospital_id) REFERENCES hospital (id) ON DELETE RESTRICT,
    CONSTRAINT fk_standby_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_standby_incident_id ON standby (incident_id)

CREATE TABLE visit (
    id VARCHAR(100) NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    partner_id VARCHAR(100),
    area_code VARCHAR(40),
    rw VARCHAR(20) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    asked_at BIGINT NOT NULL,
    asked_by VARCHAR(100) NOT NULL,
    due_at BIGINT,
    done_at BIGINT,
    outcome VARCHAR(4000) NOT NULL,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_visit PRIMARY KEY (id),
    CONSTRAINT ck_visit_area_code_length CHECK (length(area_code) <= 40),
    CONSTRAINT ck_visit_rw_length CHECK (length(rw) <= 20),
    CONSTRAINT ck_visit_text_length CHECK (length(text) <= 4000),
    CONSTRAINT ck_visit_outcome_length CHECK (length(outcome) <= 4000),
    CONSTRAINT ck_visit_version_range CHECK (version >= 1),
    CONSTRAINT fk_visit_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT,
    CONSTRAINT fk_visit_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE RESTRICT,
    CONSTRAINT fk_visit_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_visit_incident_id ON visit (incident_id)

CREATE TABLE prank_mark (
    id VARCHAR(100) NOT NULL,
    caller_ref VARCHAR(64) NOT NULL,
    call_id VARCHAR(100),
    reason VARCHAR(500) NOT NULL,
    marked_at BIGINT NOT NULL,
    marked_by VARCHAR(100) NOT NULL,
    struck_at BIGINT,
    version INTEGER NOT NULL,
    op_id VARCHAR(100) NOT NULL,
    CONSTRAINT pk_prank_mark PRIMARY KEY (id),
    CONSTRAINT ck_prank_mark_caller_ref_length CHECK (length(caller_ref) <= 64),
    CONSTRAINT ck_prank_mark_reason_length CHECK (length(reason) <= 500),
    CONSTRAINT ck_prank_mark_version_range CHECK (version >= 1),
    CONSTRAINT fk_prank_mark_call_id FOREIGN KEY(call_id) REFERENCES phone_call (id) ON DELETE RESTRICT,
    CONSTRAINT fk_prank_mark_op_id FOREIGN KEY(op_id) REFERENCES op (op_id) ON DELETE RESTRICT
)

CREATE INDEX ix_prank_mark_caller_ref ON prank_mark (caller_ref)
