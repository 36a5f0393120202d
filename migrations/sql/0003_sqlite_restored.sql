-- A room that came from a backup takes nothing in until a shift lead has looked at it, but people:
-- the backup may be older than the shift lead.
CREATE TRIGGER op_restored BEFORE INSERT ON op
WHEN EXISTS (SELECT 1 FROM room WHERE restored_at IS NOT NULL)
    AND coalesce(NEW.kind, '') NOT IN (
        'room.restored', 'room.confirmed', 'person.signed_in', 'person.signed_out',
        'password.changed', 'password.given', 'staff.first_administrator', 'staff.added',
        'staff.changed', 'workstation.registered'
    ) BEGIN
    SELECT RAISE(ABORT, 'database_unconfirmed');
END
