-- Statements are separated by blank lines. What a trigger says is a code of storage/errors.py.
CREATE TRIGGER event_log_next BEFORE INSERT ON event_log BEGIN
    SELECT RAISE(ABORT, 'not_next') WHERE NEW.seq IS NOT (SELECT seq + 1 FROM log_head);
    SELECT RAISE(ABORT, 'operation_used')
        WHERE EXISTS (SELECT 1 FROM event_log WHERE op_id = NEW.op_id);
END

CREATE TRIGGER event_log_advance AFTER INSERT ON event_log BEGIN
    UPDATE log_head SET seq = NEW.seq, hash = NEW.hash;
END

CREATE TRIGGER event_log_updated BEFORE UPDATE ON event_log BEGIN
    SELECT RAISE(ABORT, 'append_only');
END

CREATE TRIGGER event_log_deleted BEFORE DELETE ON event_log BEGIN
    SELECT RAISE(ABORT, 'append_only');
END

CREATE TRIGGER event_subject_replaced BEFORE INSERT ON event_subject
WHEN EXISTS (
    SELECT 1 FROM event_subject WHERE entity = NEW.entity AND id = NEW.id AND seq = NEW.seq
) BEGIN
    SELECT RAISE(ABORT, 'append_only');
END

CREATE TRIGGER event_subject_updated BEFORE UPDATE ON event_subject BEGIN
    SELECT RAISE(ABORT, 'append_only');
END

CREATE TRIGGER event_subject_deleted BEFORE DELETE ON event_subject BEGIN
    SELECT RAISE(ABORT, 'append_only');
END

CREATE TRIGGER op_updated BEFORE UPDATE ON op BEGIN
    SELECT RAISE(ABORT, 'append_only');
END

CREATE TRIGGER op_deleted BEFORE DELETE ON op BEGIN
    SELECT RAISE(ABORT, 'append_only');
END

CREATE TRIGGER log_head_inserted BEFORE INSERT ON log_head BEGIN
    SELECT RAISE(ABORT, 'head_follows_log');
END

CREATE TRIGGER log_head_updated BEFORE UPDATE ON log_head BEGIN
    SELECT RAISE(ABORT, 'head_follows_log')
        WHERE NEW.id IS NOT 1 OR NEW.seq IS NOT OLD.seq + 1
        OR NOT EXISTS (SELECT 1 FROM event_log WHERE seq = NEW.seq AND hash = NEW.hash);
END

CREATE TRIGGER log_head_deleted BEFORE DELETE ON log_head BEGIN
    SELECT RAISE(ABORT, 'head_follows_log');
END

CREATE TRIGGER report_immutable BEFORE UPDATE ON report BEGIN
    SELECT RAISE(ABORT, 'report_immutable');
END

CREATE TRIGGER incident_moved BEFORE UPDATE OF status ON incident
WHEN NEW.status <> OLD.status BEGIN
    SELECT RAISE(ABORT, 'illegal_move') WHERE NOT EXISTS (
        SELECT 1 FROM allowed_move
        WHERE machine = 'incident' AND old = OLD.status AND new = NEW.status
    );
END

CREATE TRIGGER assignment_moved BEFORE UPDATE OF status ON assignment
WHEN NEW.status <> OLD.status BEGIN
    SELECT RAISE(ABORT, 'illegal_move') WHERE NOT EXISTS (
        SELECT 1 FROM allowed_move
        WHERE machine = 'assignment' AND old = OLD.status AND new = NEW.status
    );
END

CREATE TRIGGER unit_moved BEFORE UPDATE OF status ON unit
WHEN NEW.status <> OLD.status BEGIN
    SELECT RAISE(ABORT, 'illegal_move') WHERE NOT EXISTS (
        SELECT 1 FROM allowed_move
        WHERE machine = 'unit' AND old = OLD.status AND new = NEW.status
    );
END

CREATE TRIGGER incident_closed BEFORE UPDATE ON incident WHEN NEW.status = 'selesai' BEGIN
    SELECT RAISE(ABORT, 'open_assignments') WHERE EXISTS (
        SELECT 1 FROM assignment WHERE incident_id = NEW.id AND closed_at IS NULL
    );
END

CREATE TRIGGER assignment_opened BEFORE INSERT ON assignment WHEN NEW.closed_at IS NULL BEGIN
    SELECT RAISE(ABORT, 'incident_closed')
        WHERE (SELECT status FROM incident WHERE id = NEW.incident_id) = 'selesai';
    SELECT RAISE(ABORT, 'row_exists') WHERE EXISTS (
        SELECT 1 FROM assignment WHERE closed_at IS NULL AND unit_id = NEW.unit_id
        AND (kind = 'active' AND NEW.kind = 'active' OR incident_id = NEW.incident_id)
    );
END

CREATE TRIGGER assignment_reopened BEFORE UPDATE ON assignment WHEN NEW.closed_at IS NULL BEGIN
    SELECT RAISE(ABORT, 'incident_closed')
        WHERE (SELECT status FROM incident WHERE id = NEW.incident_id) = 'selesai';
    SELECT RAISE(ABORT, 'row_exists') WHERE EXISTS (
        SELECT 1 FROM assignment WHERE closed_at IS NULL AND unit_id = NEW.unit_id AND id <> OLD.id
        AND (kind = 'active' AND NEW.kind = 'active' OR incident_id = NEW.incident_id)
    );
END

CREATE TRIGGER incident_numbered BEFORE INSERT ON incident BEGIN
    SELECT RAISE(ABORT, 'row_exists') WHERE EXISTS (
        SELECT 1 FROM incident WHERE "day" = NEW."day" AND "number" = NEW."number"
    );
END

CREATE TRIGGER incident_renumbered BEFORE UPDATE OF "day", "number" ON incident BEGIN
    SELECT RAISE(ABORT, 'row_exists') WHERE EXISTS (
        SELECT 1 FROM incident
        WHERE "day" = NEW."day" AND "number" = NEW."number" AND id <> OLD.id
    );
END

CREATE TRIGGER merge_link_merged BEFORE INSERT ON merge_link WHEN NEW.unmerged_at IS NULL BEGIN
    SELECT RAISE(ABORT, 'row_exists') WHERE EXISTS (
        SELECT 1 FROM merge_link WHERE loser_id = NEW.loser_id AND unmerged_at IS NULL
    );
END

CREATE TRIGGER merge_link_remerged BEFORE UPDATE ON merge_link WHEN NEW.unmerged_at IS NULL BEGIN
    SELECT RAISE(ABORT, 'row_exists') WHERE EXISTS (
        SELECT 1 FROM merge_link
        WHERE loser_id = NEW.loser_id AND unmerged_at IS NULL AND id <> OLD.id
    );
END
