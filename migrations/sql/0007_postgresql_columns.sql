-- Columns and checks that PostgreSQL takes into tables that stand. Blank lines separate.
ALTER TABLE handling
    ADD COLUMN alarm_level INTEGER NOT NULL DEFAULT 1,
    ADD CONSTRAINT ck_handling_alarm_level_range CHECK (alarm_level BETWEEN 1 AND 5)

ALTER TABLE handling
    ALTER COLUMN alarm_level DROP DEFAULT

ALTER TABLE incident_link
    ADD COLUMN kind VARCHAR(40) NOT NULL DEFAULT 'related',
    ADD CONSTRAINT ck_incident_link_kind CHECK (kind IN ('related', 'effect', 'cause', 'same_person', 'same_place'))

ALTER TABLE incident_link
    ALTER COLUMN kind DROP DEFAULT

ALTER TABLE welfare_check
    ADD COLUMN reason VARCHAR(500) NOT NULL DEFAULT '',
    ADD CONSTRAINT ck_welfare_check_reason_length CHECK (length(reason) <= 500),
    DROP CONSTRAINT ck_welfare_check_outcome,
    ADD CONSTRAINT ck_welfare_check_outcome CHECK (outcome IN ('well', 'helped', 'mistaken', 'hurt', 'given_up')),
    ADD CONSTRAINT ck_welfare_check_given_up_why CHECK (outcome <> 'given_up' OR length(reason) > 0)

ALTER TABLE welfare_check
    ALTER COLUMN reason DROP DEFAULT
