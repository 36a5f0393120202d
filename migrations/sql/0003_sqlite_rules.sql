-- Statements are separated by blank lines. What a trigger says is a code of storage/errors.py.
CREATE TRIGGER signed_head_replaced BEFORE INSERT ON signed_head
WHEN EXISTS (SELECT 1 FROM signed_head WHERE seq = NEW.seq) BEGIN
    SELECT RAISE(ABORT, 'append_only');
END

CREATE TRIGGER signed_head_updated BEFORE UPDATE ON signed_head BEGIN
    SELECT RAISE(ABORT, 'append_only');
END

CREATE TRIGGER signed_head_deleted BEFORE DELETE ON signed_head BEGIN
    SELECT RAISE(ABORT, 'append_only');
END

CREATE TRIGGER staff_login_taken BEFORE INSERT ON staff WHEN NEW.login <> '' BEGIN
    SELECT RAISE(ABORT, 'row_exists') WHERE NEW.left_at IS NULL AND EXISTS (
        SELECT 1 FROM staff WHERE login = NEW.login AND left_at IS NULL
    );
END
