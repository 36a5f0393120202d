-- What revision 0002 does not have. Statements are separated by blank lines.
DROP INDEX ux_staff_login

ALTER TABLE staff DROP COLUMN login, DROP COLUMN agency_id, DROP COLUMN left_at

ALTER TABLE room DROP COLUMN restored_at

ALTER TABLE op DROP COLUMN kind, DROP COLUMN session_id
