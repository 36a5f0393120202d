-- What revision 0002 does not have. Statements are separated by blank lines.
DROP TRIGGER unit_agency ON unit

DROP TRIGGER assignment_agency ON assignment

DROP TRIGGER incident_agency ON incident

DROP TRIGGER day_counter_kept ON day_counter

DROP TRIGGER signed_head_true ON signed_head

DROP TRIGGER sealed_item_whole ON sealed_item

DROP FUNCTION keep_counter, keep_signed, keep_sealed

DROP FUNCTION open_sealed, destroy_sealed, logged_about

DROP FUNCTION begin_op, append, keep_agency, keep_incident_agency, demand_own, demand_administrator, is_entry, is_found, is_readable, tells_all, told_late, permitted, live_session, challenge, sign_in, open_machine, sign_out, set_password, has_administrator, open_session, demand_workstation, is_owner, deny, now_us

DROP INDEX ux_staff_login

ALTER TABLE staff DROP COLUMN login, DROP COLUMN agency_id, DROP COLUMN left_at

ALTER TABLE room DROP COLUMN restored_at

ALTER TABLE op DROP COLUMN kind, DROP COLUMN session_id, DROP COLUMN touched

DROP TRIGGER op_kept ON op

DROP TRIGGER op_grown ON op

DROP FUNCTION grow_op

CREATE TRIGGER op_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON op
FOR EACH STATEMENT EXECUTE FUNCTION refuse('append_only')
