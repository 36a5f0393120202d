-- Statements are separated by blank lines. Keys and boxes are handed out and destroyed here only,
-- and only for an entry that the log holds already: it says who, where and why.
CREATE FUNCTION logged_about(an_op text, doing text) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    told jsonb;
BEGIN
    -- yesterday's entry opens nothing today
    SELECT convert_from(e.body, 'UTF8')::jsonb INTO told
    FROM event_log e, log_head h WHERE e.op_id = an_op AND e.kind = doing AND h.seq - e.seq < 1000;
    IF told IS NULL THEN
        PERFORM deny('not_logged', doing);
    END IF;
    PERFORM demand_workstation(told->>'workstation');
    RETURN told->'inputs'->'result';
END $$

CREATE FUNCTION open_sealed(
    an_op text, OUT id text, OUT subject_id text, OUT what text, OUT box bytea, OUT key bytea
)
RETURNS SETOF record
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    told jsonb := logged_about(an_op, 'sealed.opened');
BEGIN
    RETURN QUERY
    SELECT i.id::text, i.subject_id::text, i.what::text, i.box, k.key
    FROM sealed_item i JOIN sealed_key k ON k.subject_id = i.subject_id
    WHERE i.subject_id = told->>'subject_id' AND k.key IS NOT NULL ORDER BY i.at, i.id;
END $$

CREATE FUNCTION destroy_sealed(an_op text, doing text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    subject text;
    gone bigint;
BEGIN
    IF doing NOT IN ('sealed.destroyed', 'sealed.expired') THEN
        PERFORM deny('not_logged', doing);
    END IF;
    subject := logged_about(an_op, doing)->>'subject_id';
    UPDATE sealed_key SET key = NULL, destroyed_at = now_us()
    WHERE subject_id = subject AND key IS NOT NULL
        AND (doing = 'sealed.destroyed' OR expires_at <= now_us());
    GET DIAGNOSTICS gone = ROW_COUNT;
    UPDATE sealed_item SET box = '' WHERE subject_id = subject AND gone > 0;
    RETURN gone;
END $$
