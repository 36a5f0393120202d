-- Statements are separated by blank lines. Signing in, as storage/people_local.py does it on SQLite.
-- An unknown login is given a salt that is the same each time and of nobody.
CREATE FUNCTION challenge(given text, OUT staff_id text, OUT salt bytea, OUT params text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    nobody bytea := sha256(convert_to('nobody ' || given, 'UTF8'));
BEGIN
    SELECT c.staff_id, c.salt, c.params INTO challenge.staff_id, challenge.salt, challenge.params
    FROM staff p JOIN credential c ON c.staff_id = p.id
    WHERE p.login = given AND given <> '' AND p.left_at IS NULL;
    IF NOT FOUND THEN
        challenge.staff_id := encode(substring(nobody FROM 1 FOR 16), 'hex')::uuid::text;
        challenge.salt := substring(sha256(nobody) FROM 1 FOR 16);
        SELECT c.params INTO challenge.params FROM credential c ORDER BY c.set_at DESC LIMIT 1;
    END IF;
END $$

-- A login of a workstation is ws_ and its name; whoever owns the database is at any.
CREATE FUNCTION demand_workstation(name text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NOT is_owner() AND session_user <> 'ws_' || name THEN
        PERFORM deny('session_elsewhere');
    END IF;
END $$

CREATE FUNCTION open_session(new_id text, token bytea, who text, workstation text)
RETURNS session LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    opened session;
    started bigint := now_us();
BEGIN
    INSERT INTO session (id, token_hash, staff_id, workstation, db_role, started_at, ends_at)
    VALUES (new_id, token, who, workstation, session_user, started, started + 43200000000)
    RETURNING * INTO opened;
    RETURN opened;
END $$

-- `token` is the SHA-256 of what the workstation keeps. What is refused is told, not raised:
-- raising would take the count of failures back.
CREATE FUNCTION sign_in(
    given text, proof bytea, workstation text, new_id text, token bytea,
    OUT refused text, OUT until bigint, OUT staff_id text, OUT started_at bigint,
    OUT ends_at bigint, OUT must_change integer
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    known credential;
    opened session;
BEGIN
    PERFORM demand_workstation(workstation);
    SELECT c.* INTO known FROM staff p JOIN credential c ON c.staff_id = p.id
    WHERE p.login = given AND given <> '' AND p.left_at IS NULL FOR UPDATE OF c;
    IF NOT FOUND THEN
        refused := 'sign_in_refused';
    ELSIF known.locked_until > now_us() THEN
        refused := 'sign_in_locked';
        until := known.locked_until;
    ELSIF known.verifier <> sha256(proof) THEN
        refused := 'sign_in_refused';
        UPDATE credential c SET failures = c.failures + 1, locked_until = NULL
        WHERE c.staff_id = known.staff_id;
        IF known.failures >= 4 THEN
            refused := 'sign_in_locked';
            until := now_us() + 900000000;
            UPDATE credential c SET failures = 0, locked_until = until
            WHERE c.staff_id = known.staff_id;
        END IF;
    ELSE
        UPDATE credential c SET failures = 0, locked_until = NULL
        WHERE c.staff_id = known.staff_id AND (c.failures > 0 OR c.locked_until IS NOT NULL);
        opened := open_session(new_id, token, known.staff_id, workstation);
        staff_id := opened.staff_id;
        started_at := opened.started_at;
        ends_at := opened.ends_at;
        must_change := known.must_change;
    END IF;
END $$

CREATE FUNCTION open_machine(
    workstation text, new_id text, token bytea,
    OUT staff_id text, OUT started_at bigint, OUT ends_at bigint
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    opened session;
    machine text;
BEGIN
    PERFORM demand_workstation(workstation);
    SELECT p.id INTO machine FROM staff p
    WHERE p.role = 'system' AND p.left_at IS NULL ORDER BY p.id LIMIT 1;
    IF machine IS NULL THEN
        PERFORM deny('staff_left');
    END IF;
    opened := open_session(new_id, token, machine, workstation);
    staff_id := opened.staff_id;
    started_at := opened.started_at;
    ends_at := opened.ends_at;
END $$

CREATE FUNCTION sign_out(token bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    UPDATE session SET ended_at = now_us()
    WHERE token_hash = sha256(token) AND ended_at IS NULL;
END $$

-- Ends the sessions of that person: all but the one it is done in.
CREATE FUNCTION set_password(
    token bytea, whose text, salt bytea, params text, verifier bytea, must_change integer
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
    who session;
BEGIN
    IF token <> '' OR NOT is_owner() THEN
        who := live_session(token);
        IF who.staff_id <> whose AND NOT EXISTS (
            SELECT 1 FROM staff p
            JOIN role_permission r ON r.role = p.role AND r.permission = 'administer'
            WHERE p.id = who.staff_id
        ) THEN
            PERFORM deny('not_allowed', 'set_password');
        ELSIF who.staff_id <> whose AND NOT is_owner() AND NOT EXISTS (
            -- nobody opens somebody else's account without the log telling so
            SELECT 1 FROM event_log e, log_head h, LATERAL (
                SELECT convert_from(e.body, 'UTF8')::jsonb AS told
            ) body
            WHERE e.kind = 'password.given' AND e.seq > h.seq - 1000
                AND told->>'actor' = who.staff_id
                AND told->'inputs'->'result'->>'staff_id' = whose
        ) THEN
            PERFORM deny('not_logged', 'set_password');
        END IF;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM staff p
        WHERE p.id = whose AND p.left_at IS NULL AND p.role NOT IN ('system', 'console')
    ) THEN
        PERFORM deny('staff_left');
    END IF;
    INSERT INTO credential AS c
    VALUES (whose, salt, params, verifier, now_us(), must_change, 0, NULL)
    ON CONFLICT ON CONSTRAINT pk_credential DO UPDATE SET
        salt = excluded.salt, params = excluded.params, verifier = excluded.verifier,
        set_at = excluded.set_at, must_change = excluded.must_change,
        failures = 0, locked_until = NULL;
    UPDATE session s SET ended_at = now_us()
    WHERE s.staff_id = whose AND s.ended_at IS NULL AND s.id IS DISTINCT FROM who.id;
END $$

CREATE FUNCTION has_administrator() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT 1 FROM staff p JOIN credential c ON c.staff_id = p.id
        WHERE p.role = 'administrator' AND p.left_at IS NULL AND p.login <> ''
    )
$$
