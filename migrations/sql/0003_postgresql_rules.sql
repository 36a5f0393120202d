-- Statements are separated by blank lines. What a function says is a code of storage/errors.py.
-- Functions that check somebody run as the owner of the tables (SECURITY DEFINER): there
-- current_user is the owner and session_user whoever is connected. Every path is spelled, and
-- temporary tables come last in it, so that nobody puts a table of their own before ours.
CREATE TRIGGER signed_head_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON signed_head
FOR EACH STATEMENT EXECUTE FUNCTION refuse('append_only')

ALTER FUNCTION refuse() SET search_path = pg_catalog, public, pg_temp

ALTER FUNCTION next_entry() SET search_path = pg_catalog, public, pg_temp

ALTER FUNCTION advance_head() SET search_path = pg_catalog, public, pg_temp

ALTER FUNCTION keep_head() SET search_path = pg_catalog, public, pg_temp

ALTER FUNCTION keep_moves() SET search_path = pg_catalog, public, pg_temp

ALTER FUNCTION close_incident() SET search_path = pg_catalog, public, pg_temp

ALTER FUNCTION open_assignment() SET search_path = pg_catalog, public, pg_temp

CREATE FUNCTION now_us() RETURNS bigint LANGUAGE sql VOLATILE
SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint $$

CREATE FUNCTION deny(code text, about text DEFAULT '') RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '%', code USING ERRCODE = 'insufficient_privilege', DETAIL = about;
END $$

-- Called by functions that run as the owner: whether who is connected could be the owner too.
CREATE FUNCTION is_owner() RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT pg_has_role(session_user, current_user, 'MEMBER') $$

-- The live session of a token, opened over this very login, of somebody still there.
CREATE FUNCTION live_session(token bytea) RETURNS session LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    found session;
BEGIN
    SELECT s.* INTO found FROM session s WHERE s.token_hash = sha256(token);
    IF found.id IS NULL THEN
        PERFORM deny('session_missing');
    ELSIF found.ended_at IS NOT NULL OR found.ends_at <= now_us() THEN
        PERFORM deny('session_ended');
    ELSIF found.db_role <> session_user THEN
        PERFORM deny('session_elsewhere');
    ELSIF NOT EXISTS (SELECT 1 FROM staff WHERE id = found.staff_id AND left_at IS NULL) THEN
        PERFORM deny('staff_left');
    END IF;
    RETURN found;
END $$

-- As live_session, of somebody whose present role may do this kind of thing.
CREATE FUNCTION permitted(token bytea, doing text) RETURNS session LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    found session;
BEGIN
    found := live_session(token);
    IF NOT EXISTS (
        SELECT 1 FROM verb_permission v
        JOIN role_permission r ON r.permission = v.permission
        JOIN staff p ON p.role = r.role
        WHERE v.kind = doing AND p.id = found.staff_id
    ) THEN
        PERFORM deny('not_allowed', doing);
    END IF;
    RETURN found;
END $$

CREATE FUNCTION begin_op(token bytea, new_op text, doing text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    who session;
BEGIN
    IF NOT is_owner() THEN
        who := permitted(token, doing);
    END IF;
    INSERT INTO op (op_id, kind, session_id) VALUES (new_op, doing, who.id);
END $$

-- An operation only ever gets longer, until its entry is there.
CREATE FUNCTION grow_op() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF (NEW.op_id, NEW.kind, NEW.session_id) IS DISTINCT FROM (OLD.op_id, OLD.kind, OLD.session_id)
        OR starts_with(coalesce(NEW.touched, ''), coalesce(OLD.touched, '')) IS NOT TRUE
        OR EXISTS (SELECT 1 FROM event_log WHERE op_id = OLD.op_id)
    THEN
        RAISE EXCEPTION 'append_only' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$

DROP TRIGGER op_kept ON op

CREATE TRIGGER op_kept BEFORE DELETE OR TRUNCATE ON op
FOR EACH STATEMENT EXECUTE FUNCTION refuse('append_only')

CREATE TRIGGER op_grown BEFORE UPDATE ON op
FOR EACH ROW EXECUTE FUNCTION grow_op()

-- The checks of an entry are in plpgsql, which keeps their plans: an SQL function is planned
-- anew in every transaction, which costs more than the check.
-- Whether an entry tells of every row its operation wrote, and of no other.
CREATE FUNCTION tells_all(told jsonb, touched text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN (
        SELECT array_agg(t ORDER BY t) FROM unnest(string_to_array(touched, E'\n')) t
    ) IS NOT DISTINCT FROM (
        SELECT array_agg(t ORDER BY t) FROM (
            SELECT concat_ws('/', c->>'entity', c->>'id', c->>'version') AS t
            FROM jsonb_array_elements(told->'changes') c
        ) claimed
    );
END $$

-- Whether every program can read an entry: one that nobody can stops every board.
CREATE FUNCTION is_entry(told jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN jsonb_typeof(told->'changes') = 'array' AND told->>'v' ~ '^[0-9]{1,4}$'
    AND jsonb_typeof(told->'v') = 'number' AND jsonb_typeof(told->'inputs') = 'object'
    AND NOT EXISTS (
        SELECT 1 FROM unnest(ARRAY[
            'kind', 'op_id', 'actor', 'workstation', 'shift', 'occurred_at', 'recorded_at', 'reason'
        ]) AS name WHERE jsonb_typeof(told->name) IS DISTINCT FROM 'string'
    ) AND NOT EXISTS (
        SELECT 1 FROM unnest(ARRAY[told->>'occurred_at', told->>'recorded_at']) AS moment
        WHERE moment !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$'
    ) AND NOT EXISTS (
        SELECT 1 FROM jsonb_array_elements(
            CASE jsonb_typeof(told->'changes') WHEN 'array' THEN told->'changes' ELSE '[]' END
        ) AS c WHERE (
            jsonb_typeof(c->'entity'), jsonb_typeof(c->'id'), jsonb_typeof(c->'version'),
            jsonb_typeof(c->'set'), jsonb_typeof(c->'was')
        ) IS DISTINCT FROM ('string', 'string', 'number', 'object', 'object')
    );
END $$

-- Whether an entry is found under every row it tells of.
CREATE FUNCTION is_found(told jsonb, entities text[], ids text[]) RETURNS boolean LANGUAGE plpgsql
IMMUTABLE SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT c->>'entity', c->>'id' FROM jsonb_array_elements(told->'changes') c
        EXCEPT SELECT e, i FROM unnest(entities, ids) AS about (e, i)
    );
END $$

-- Whether the machine may tell what somebody entered while the room was out of reach: nobody could
-- check it then, the entry says so, and the person is one who was at this workstation, may do this
-- kind of thing, and could do it apart from the room (commands/offline.py).
CREATE FUNCTION told_late(who session, told jsonb, doing text) RETURNS boolean LANGUAGE plpgsql
STABLE SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN told->>'reason' = 'kept_locally' AND doing IN (
        'call.entered', 'note.added', 'unit.status', 'order.acknowledged', 'order.reported',
        'incident.aliased'
    ) AND EXISTS (
        SELECT 1 FROM session s
        WHERE s.staff_id = told->>'actor' AND s.workstation = who.workstation
    ) AND EXISTS (
        SELECT 1 FROM staff m WHERE m.id = who.staff_id AND m.role = 'system'
    ) AND EXISTS (
        SELECT 1 FROM staff p
        JOIN role_permission r ON r.role = p.role
        JOIN verb_permission v ON v.permission = r.permission
        WHERE p.id = told->>'actor' AND p.left_at IS NULL AND v.kind = doing
    );
END $$

-- What the entry says of who, where and what must be what the session and the operation are.
CREATE FUNCTION demand_own(
    who session, an_op text, doing text, recorded bigint, body bytea, entities text[], ids text[]
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    told jsonb;
    at bigint;
    begun op;
BEGIN
    IF octet_length(body) > 16777216 THEN
        PERFORM deny('entry_unreadable', doing);
    END IF;
    BEGIN
        BEGIN
            told := convert_from(body, 'UTF8')::jsonb;
        EXCEPTION WHEN untranslatable_character THEN
            -- jsonb holds no NUL, what came from outside may: none of it is compared below
            told := replace(convert_from(body, 'UTF8'), '\u0000', '\ufffd')::jsonb;
        END;
        at := (extract(epoch FROM (told->>'recorded_at')::timestamptz) * 1000000)::bigint;
        PERFORM (told->>'occurred_at')::timestamptz;
    EXCEPTION WHEN data_exception OR statement_too_complex THEN
        PERFORM deny('entry_unreadable', doing);
    END;
    IF is_entry(told) IS NOT TRUE THEN
        PERFORM deny('entry_unreadable', doing);
    END IF;
    IF told->>'op_id' IS DISTINCT FROM an_op OR told->>'kind' IS DISTINCT FROM doing
        OR told->>'workstation' IS DISTINCT FROM who.workstation::text
        OR at IS DISTINCT FROM recorded
    THEN
        PERFORM deny('entry_forged', doing);
    END IF;
    IF told->>'actor' IS DISTINCT FROM who.staff_id::text THEN
        IF told_late(who, told, doing) IS NOT TRUE THEN
            PERFORM deny('entry_forged', doing);
        END IF;
    END IF;
    SELECT * INTO begun FROM op WHERE op_id = an_op;
    IF FOUND AND (begun.kind IS DISTINCT FROM doing OR begun.session_id IS DISTINCT FROM who.id)
        OR tells_all(told, begun.touched) IS NOT TRUE OR is_found(told, entities, ids) IS NOT TRUE
    THEN
        PERFORM deny('entry_forged', doing);
    END IF;
END $$

-- Called while the head of the log is held: of two administrators who take each other's role at
-- the same moment, the second one sees what the first one did.
CREATE FUNCTION demand_administrator(an_op text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM op WHERE op_id = an_op AND E'\n' || touched LIKE E'%\nstaff/%'
    ) AND NOT EXISTS (
        SELECT 1 FROM staff WHERE role = 'administrator' AND left_at IS NULL AND login <> ''
    ) THEN
        RAISE EXCEPTION 'last_administrator' USING ERRCODE = 'check_violation';
    END IF;
END $$

CREATE FUNCTION append(
    token bytea, an_op text, doing text, recorded bigint, entry bytea,
    entities text[], ids text[], OUT seq bigint, OUT hash bytea
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT is_owner() THEN
        PERFORM demand_own(permitted(token, doing), an_op, doing, recorded, entry, entities, ids);
    END IF;
    SELECT h.seq + 1, sha256(h.hash || entry) INTO STRICT append.seq, append.hash
    FROM log_head h FOR UPDATE;
    PERFORM demand_administrator(an_op);
    INSERT INTO event_log (seq, hash, op_id, kind, recorded_at, body)
    VALUES (append.seq, append.hash, an_op, doing, recorded, entry);
    INSERT INTO event_subject (entity, id, seq)
    SELECT e, i, append.seq FROM unnest(entities, ids) AS about (e, i);
END $$

-- Whether every program can read a row: one that nobody can lets no room be opened any more. Times
-- are of years that a calendar has, lists and tables are what they say they are.
CREATE FUNCTION is_readable(written jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT 1 FROM jsonb_each(written) WHERE CASE
            WHEN jsonb_typeof(value) = 'number' THEN
                value::numeric NOT BETWEEN -62135596800000000 AND 253402300799999999
            WHEN key IN ('levels', 'taken', 'params') THEN
                jsonb_typeof(replace(value #>> '{}', '\u0000', '')::jsonb) <> 'object'
            WHEN key IN ('nicknames', 'masks', 'capabilities', 'priority_reason') THEN
                jsonb_typeof(replace(value #>> '{}', '\u0000', '')::jsonb) <> 'array'
            ELSE false END
    );
EXCEPTION WHEN data_exception OR statement_too_complex THEN
    RETURN false;
END $$

CREATE OR REPLACE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    refusal text;
    begun record;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'no_delete' USING ERRCODE = 'check_violation';
    END IF;
    SELECT o.kind, o.session_id, e.seq INTO begun
    FROM op o LEFT JOIN event_log e ON e.op_id = o.op_id WHERE o.op_id = NEW.op_id;
    IF TG_OP = 'INSERT' AND NEW.version <> 1 THEN
        refusal := 'version_step';
    ELSIF begun.seq IS NOT NULL THEN
        refusal := 'operation_used';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id THEN
            refusal := 'version_step';
        END IF;
    END IF;
    IF refusal IS NOT NULL THEN
        RAISE EXCEPTION '%', refusal USING ERRCODE = 'check_violation';
    END IF;
    IF begun.session_id IS NOT NULL THEN
        IF NOT EXISTS (
            SELECT 1 FROM verb_permission v
            JOIN entity_permission e ON e.permission = v.permission
            WHERE v.kind = begun.kind AND e.entity = TG_TABLE_NAME
        ) THEN
            PERFORM deny('entity_not_permitted', TG_TABLE_NAME);
        ELSIF is_readable(to_jsonb(NEW)) IS NOT TRUE THEN
            PERFORM deny('entry_unreadable', TG_TABLE_NAME);
        END IF;
        UPDATE op o SET touched = concat_ws(
            E'\n', o.touched, concat_ws('/', TG_TABLE_NAME, NEW.id, NEW.version)
        ) WHERE o.op_id = NEW.op_id;
    END IF;
    RETURN NEW;
END $$

-- A liaison moves the units of the own agency only.
CREATE FUNCTION keep_agency() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    own staff;
    theirs text;
BEGIN
    SELECT p.* INTO own FROM op o JOIN session s ON s.id = o.session_id
    JOIN staff p ON p.id = s.staff_id WHERE o.op_id = NEW.op_id;
    IF own.role = 'liaison' THEN
        IF TG_TABLE_NAME = 'unit' THEN
            theirs := NEW.agency_id;
            IF TG_OP = 'UPDATE' AND OLD.agency_id <> theirs THEN
                PERFORM deny('other_agency');
            END IF;
        ELSE
            SELECT agency_id INTO theirs FROM unit WHERE id = NEW.unit_id;
        END IF;
        IF own.agency_id IS DISTINCT FROM theirs THEN
            PERFORM deny('other_agency');
        END IF;
    END IF;
    RETURN NEW;
END $$

-- Of an incident a liaison says that an own unit has arrived there, or, having heard so late, that
-- it was ended too early; nothing else.
CREATE FUNCTION keep_incident_agency() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    own staff;
    told text[] := ARRAY[
        'version', 'op_id', 'first_on_scene_at', 'time_reversed', 'status', 'closed_at', 'disposition'
    ];
BEGIN
    SELECT p.* INTO own FROM op o JOIN session s ON s.id = o.session_id
    JOIN staff p ON p.id = s.staff_id WHERE o.op_id = NEW.op_id;
    IF own.role IS DISTINCT FROM 'liaison' THEN
        RETURN NEW;
    ELSIF TG_OP = 'INSERT' THEN
        PERFORM deny('other_agency');
    ELSIF to_jsonb(NEW) - told <> to_jsonb(OLD) - told
        OR NEW.status NOT IN ('baru', 'terverifikasi', 'ditangani') AND NEW.status <> OLD.status
        OR NOT EXISTS (
            SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
            WHERE a.incident_id = NEW.id AND u.agency_id = own.agency_id
        )
    THEN
        PERFORM deny('other_agency');
    END IF;
    RETURN NEW;
END $$

CREATE TRIGGER incident_agency BEFORE INSERT OR UPDATE ON incident
FOR EACH ROW EXECUTE FUNCTION keep_incident_agency()

CREATE TRIGGER unit_agency BEFORE INSERT OR UPDATE ON unit
FOR EACH ROW EXECUTE FUNCTION keep_agency()

CREATE TRIGGER assignment_agency BEFORE INSERT OR UPDATE ON assignment
FOR EACH ROW EXECUTE FUNCTION keep_agency()

-- What a workstation writes without an operation, and everybody relies on. The number of the next
-- incident goes up by one; a signed head is one that the log had, signed by who is connected; and
-- nobody adds to what somebody else has sealed.
CREATE FUNCTION keep_counter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT is_owner() THEN
        IF TG_OP = 'INSERT' AND NEW.last <> 1 THEN
            PERFORM deny('entry_forged', 'day_counter');
        ELSIF TG_OP = 'UPDATE' AND (NEW.day, NEW.last) IS DISTINCT FROM (OLD.day, OLD.last + 1) THEN
            PERFORM deny('entry_forged', 'day_counter');
        END IF;
    END IF;
    RETURN NEW;
END $$

CREATE TRIGGER day_counter_kept BEFORE INSERT OR UPDATE ON day_counter
FOR EACH ROW EXECUTE FUNCTION keep_counter()

CREATE FUNCTION keep_signed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT is_owner() AND NOT EXISTS (
        SELECT 1 FROM event_log e, workstation w WHERE e.seq = NEW.seq AND e.hash = NEW.hash
        AND w.id = NEW.workstation_id AND session_user = 'ws_' || w.name
    ) THEN
        PERFORM deny('entry_forged', 'signed_head');
    END IF;
    RETURN NEW;
END $$

CREATE TRIGGER signed_head_true BEFORE INSERT ON signed_head
FOR EACH ROW EXECUTE FUNCTION keep_signed()

CREATE FUNCTION keep_sealed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT is_owner() AND NOT EXISTS (
        SELECT 1 FROM sealed_key k
        WHERE k.subject_id = NEW.subject_id AND k.xmin = pg_current_xact_id()::xid
    ) THEN
        PERFORM deny('entry_forged', 'sealed_item');
    END IF;
    RETURN NEW;
END $$

CREATE TRIGGER sealed_item_whole BEFORE INSERT ON sealed_item
FOR EACH ROW EXECUTE FUNCTION keep_sealed()
