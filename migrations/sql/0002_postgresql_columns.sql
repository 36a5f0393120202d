-- Columns and checks that PostgreSQL takes into tables that stand. Blank lines separate.
ALTER TABLE camera
    ADD COLUMN main_url VARCHAR(2000) NOT NULL DEFAULT '',
    ADD COLUMN control_url VARCHAR(2000) NOT NULL DEFAULT '',
    ADD COLUMN directory VARCHAR(100) NOT NULL DEFAULT '',
    ADD COLUMN area VARCHAR(40) NOT NULL DEFAULT '',
    ADD COLUMN heading_deg FLOAT,
    ADD COLUMN field_deg FLOAT,
    ADD COLUMN retention_h INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN poll_s INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN alias VARCHAR(200) NOT NULL DEFAULT '',
    ADD COLUMN note VARCHAR(4000) NOT NULL DEFAULT '',
    ADD COLUMN masks TEXT NOT NULL DEFAULT '[]',
    ADD COLUMN static BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN unit_id VARCHAR(100) COLLATE "C",
    ADD COLUMN gone_at BIGINT,
    ADD CONSTRAINT ck_camera_main_url_length CHECK (length(main_url) <= 2000),
    ADD CONSTRAINT ck_camera_control_url_length CHECK (length(control_url) <= 2000),
    ADD CONSTRAINT ck_camera_directory_length CHECK (length(directory) <= 100),
    ADD CONSTRAINT ck_camera_area_length CHECK (length(area) <= 40),
    ADD CONSTRAINT ck_camera_heading_deg_range CHECK (heading_deg BETWEEN 0 AND 360),
    ADD CONSTRAINT ck_camera_field_deg_range CHECK (field_deg BETWEEN 0 AND 360),
    ADD CONSTRAINT ck_camera_retention_h_range CHECK (retention_h >= 0),
    ADD CONSTRAINT ck_camera_poll_s_range CHECK (poll_s >= 0),
    ADD CONSTRAINT ck_camera_alias_length CHECK (length(alias) <= 200),
    ADD CONSTRAINT ck_camera_note_length CHECK (length(note) <= 4000),
    ADD CONSTRAINT ck_camera_masks_length CHECK (length(masks) <= 20000),
    ADD CONSTRAINT ck_camera_static_flag CHECK (static IN (true, false)),
    ADD CONSTRAINT fk_camera_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE RESTRICT

ALTER TABLE camera
    ALTER COLUMN main_url DROP DEFAULT,
    ALTER COLUMN control_url DROP DEFAULT,
    ALTER COLUMN directory DROP DEFAULT,
    ALTER COLUMN area DROP DEFAULT,
    ALTER COLUMN retention_h DROP DEFAULT,
    ALTER COLUMN poll_s DROP DEFAULT,
    ALTER COLUMN alias DROP DEFAULT,
    ALTER COLUMN note DROP DEFAULT,
    ALTER COLUMN masks DROP DEFAULT,
    ALTER COLUMN static DROP DEFAULT

ALTER TABLE alarm
    ADD COLUMN shelved_until BIGINT,
    DROP CONSTRAINT ck_alarm_type,
    ADD CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge'))
