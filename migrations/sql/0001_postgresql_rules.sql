-- Statements are separated by blank lines. What a trigger says is a code of storage/errors.py.
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation';
END $$

CREATE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    refusal text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        refusal := 'no_delete';
    ELSIF TG_OP = 'INSERT' AND NEW.version <> 1 THEN
        refusal := 'version_step';
    ELSIF EXISTS (SELECT 1 FROM event_log WHERE op_id = NEW.op_id) THEN
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
    RETURN NEW;
END $$

CREATE FUNCTION next_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    head log_head;
BEGIN
    SELECT * INTO STRICT head FROM log_head FOR UPDATE;
    IF NEW.seq <> head.seq + 1 OR NEW.hash <> sha256(head.hash || NEW.body) THEN
        RAISE EXCEPTION 'not_next' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$

CREATE FUNCTION advance_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE log_head SET seq = NEW.seq, hash = NEW.hash;
    PERFORM pg_notify('cc_log', NEW.seq::text);
    RETURN NULL;
END $$

CREATE FUNCTION keep_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id <> 1 OR NEW.seq <> OLD.seq + 1
        OR NOT EXISTS (SELECT 1 FROM event_log WHERE seq = NEW.seq AND hash = NEW.hash)
    THEN
        RAISE EXCEPTION 'head_follows_log' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$

CREATE FUNCTION keep_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status <> OLD.status AND NOT EXISTS (
        SELECT 1 FROM allowed_move m
        WHERE m.machine = TG_TABLE_NAME AND m.old = OLD.status AND m.new = NEW.status
    ) THEN
        RAISE EXCEPTION 'illegal_move' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$

CREATE FUNCTION close_incident() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status = 'selesai' AND EXISTS (
        SELECT 1 FROM assignment WHERE incident_id = NEW.id AND closed_at IS NULL
    ) THEN
        RAISE EXCEPTION 'open_assignments' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$

-- Holds the incident, so that nobody closes it while a unit is on its way into the table.
CREATE FUNCTION open_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    standing text;
BEGIN
    IF NEW.closed_at IS NULL THEN
        SELECT status INTO standing FROM incident WHERE id = NEW.incident_id
            FOR NO KEY UPDATE;
        IF standing = 'selesai' THEN
            RAISE EXCEPTION 'incident_closed' USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$

CREATE TRIGGER event_log_next BEFORE INSERT ON event_log
FOR EACH ROW EXECUTE FUNCTION next_entry()

CREATE TRIGGER event_log_advance AFTER INSERT ON event_log
FOR EACH ROW EXECUTE FUNCTION advance_head()

CREATE TRIGGER event_log_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON event_log
FOR EACH STATEMENT EXECUTE FUNCTION refuse('append_only')

CREATE TRIGGER event_subject_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON event_subject
FOR EACH STATEMENT EXECUTE FUNCTION refuse('append_only')

CREATE TRIGGER op_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON op
FOR EACH STATEMENT EXECUTE FUNCTION refuse('append_only')

CREATE TRIGGER log_head_one BEFORE INSERT OR DELETE OR TRUNCATE ON log_head
FOR EACH STATEMENT EXECUTE FUNCTION refuse('head_follows_log')

CREATE TRIGGER log_head_kept BEFORE UPDATE ON log_head
FOR EACH ROW EXECUTE FUNCTION keep_head()

CREATE TRIGGER report_immutable BEFORE UPDATE ON report
FOR EACH STATEMENT EXECUTE FUNCTION refuse('report_immutable')

CREATE TRIGGER incident_moved BEFORE UPDATE OF status ON incident
FOR EACH ROW EXECUTE FUNCTION keep_moves()

CREATE TRIGGER assignment_moved BEFORE UPDATE OF status ON assignment
FOR EACH ROW EXECUTE FUNCTION keep_moves()

CREATE TRIGGER unit_moved BEFORE UPDATE OF status ON unit
FOR EACH ROW EXECUTE FUNCTION keep_moves()

CREATE TRIGGER incident_closed BEFORE UPDATE ON incident
FOR EACH ROW EXECUTE FUNCTION close_incident()

CREATE TRIGGER assignment_opened BEFORE INSERT OR UPDATE ON assignment
FOR EACH ROW EXECUTE FUNCTION open_assignment()
