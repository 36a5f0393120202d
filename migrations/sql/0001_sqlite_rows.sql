-- For every table of rows. Statements are separated by blank lines.
-- A REPLACE deletes without asking the delete trigger, so insertion looks for the row itself.
CREATE TRIGGER {entity}_inserted BEFORE INSERT ON "{entity}" BEGIN
    SELECT RAISE(ABORT, 'version_step') WHERE NEW.version <> 1;
    SELECT RAISE(ABORT, 'row_exists') WHERE EXISTS (SELECT 1 FROM "{entity}" WHERE id = NEW.id);
    SELECT RAISE(ABORT, 'operation_used')
        WHERE EXISTS (SELECT 1 FROM event_log WHERE op_id = NEW.op_id);
END

CREATE TRIGGER {entity}_updated BEFORE UPDATE ON "{entity}" BEGIN
    SELECT RAISE(ABORT, 'version_step')
        WHERE NEW.version IS NOT OLD.version + 1 OR NEW.id IS NOT OLD.id;
    SELECT RAISE(ABORT, 'operation_used')
        WHERE EXISTS (SELECT 1 FROM event_log WHERE op_id = NEW.op_id);
END

CREATE TRIGGER {entity}_deleted BEFORE DELETE ON "{entity}" BEGIN
    SELECT RAISE(ABORT, 'no_delete');
END
