-- Checks that PostgreSQL takes into tables that stand, and what may be told late now. Blank lines separate.
ALTER TABLE alarm
    DROP CONSTRAINT ck_alarm_type,
    ADD CONSTRAINT ck_alarm_type CHECK (type IN ('order_unanswered', 'unowned_p1', 'coverage_empty', 'source_down', 'camera_down', 'clock_skewed', 'record_conflict', 'unit_silent', 'camera_outage', 'camera_tampered', 'crowd_surge', 'order_conflict', 'database_restored', 'backup_failed', 'audit_broken', 'account_locked', 'panic', 'kentongan', 'danger_in_flood', 'call_unanswered', 'callback_due', 'report_flood', 'referral_unanswered', 'standby_unanswered', 'visit_overdue', 'delivery_failed', 'schema_drift', 'file_refused', 'source_backlog', 'unowned_p1_lead', 'p1_share', 'unit_not_moving', 'change_unheard', 'personnel_danger', 'incident_due'))

CREATE OR REPLACE FUNCTION told_late(who session, told jsonb, doing text) RETURNS boolean LANGUAGE plpgsql
STABLE SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN told->>'reason' = 'kept_locally' AND doing IN (
        'call.entered', 'note.added', 'unit.status', 'order.acknowledged',
        'order.reported', 'incident.aliased', 'checklist.ticked', 'order.heard'
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
