-- Back to what revision 0004 has. Blank lines separate.
DROP FUNCTION keep_referral_agency

DROP FUNCTION keep_from_desks CASCADE

CREATE OR REPLACE FUNCTION is_owner() RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT pg_has_role(session_user, current_user, 'MEMBER') $$

CREATE OR REPLACE FUNCTION words_of(said text) RETURNS tsvector LANGUAGE sql
IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_to_tsvector(array_agg(word)), ''::tsvector) FROM (
        SELECT DISTINCT left(cut, 60) AS word
        FROM regexp_split_to_table(lower(said), '[^[:alnum:]]+') AS cut
        WHERE cut <> '' LIMIT 4000
    ) words
$$

ALTER TABLE source
    DROP COLUMN profile,
    DROP COLUMN mapping,
    DROP COLUMN reply_url,
    DROP COLUMN options,
    DROP CONSTRAINT ck_source_kind,
    ADD CONSTRAINT ck_source_kind CHECK (kind IN ('pull', 'manual'))

ALTER TABLE agency
    DROP COLUMN via,
    DROP COLUMN reach,
    DROP COLUMN answer_s,
    DROP COLUMN outcome_s

ALTER TABLE report
    DROP COLUMN channel,
    DROP COLUMN late,
    DROP COLUMN reporter_ref,
    DROP COLUMN subject_id

ALTER TABLE alarm
    DROP CONSTRAINT ck_alarm_type,
    ADD CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge', 'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked'))
