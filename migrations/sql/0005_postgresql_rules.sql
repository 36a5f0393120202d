-- What the roles added with the city's systems may not do. Blank lines separate.

-- A liaison says what became of the referrals to the own agency, and changes nothing else of them.
CREATE FUNCTION keep_referral_agency() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    own staff;
    told text[] := ARRAY[
        'version', 'op_id', 'state', 'their_number', 'reason', 'outcome', 'answered_at', 'ended_at',
        'escalated', 'answered_by'
    ];
BEGIN
    SELECT p.* INTO own FROM op o JOIN session s ON s.id = o.session_id
    JOIN staff p ON p.id = s.staff_id WHERE o.op_id = NEW.op_id;
    IF own.role = 'liaison' AND (
        TG_OP = 'INSERT' OR own.agency_id IS DISTINCT FROM NEW.agency_id
        OR to_jsonb(NEW) - told <> to_jsonb(OLD) - told
    ) THEN
        PERFORM deny('other_agency');
    END IF;
    RETURN NEW;
END $$

CREATE TRIGGER referral_agency BEFORE INSERT OR UPDATE ON referral
FOR EACH ROW EXECUTE FUNCTION keep_referral_agency()

-- As before, in plpgsql, which keeps their plans: each report calls them several times.
CREATE OR REPLACE FUNCTION is_owner() RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN pg_has_role(session_user, current_user, 'MEMBER');
END $$

CREATE OR REPLACE FUNCTION words_of(said text) RETURNS tsvector LANGUAGE plpgsql
IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT coalesce(array_to_tsvector(array_agg(word)), ''::tsvector) FROM (
            SELECT DISTINCT left(cut, 60) AS word
            FROM regexp_split_to_table(lower(said), '[^[:alnum:]]+') AS cut
            WHERE cut <> '' LIMIT 4000
        ) words
    );
END $$

-- Who takes reports learns the shape of a source's records and says how far they are read, and may
-- begin the source that is typed in; where the room sends and reads is not theirs to say. What the
-- public is told is said, changed and taken back by who may publish. A message begins as one that
-- waits, and what becomes of it says who sends it.
CREATE FUNCTION keep_from_desks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    acting record;
    refused boolean := false;
    read_on text[] := ARRAY['version', 'op_id', 'cursor'];
BEGIN
    SELECT v.permission, p.role INTO acting FROM op o JOIN session s ON s.id = o.session_id
    JOIN staff p ON p.id = s.staff_id JOIN verb_permission v ON v.kind = o.kind
    WHERE o.op_id = NEW.op_id;
    IF acting IS NULL THEN
        RETURN NEW;
    ELSIF TG_TABLE_NAME = 'room_setting' THEN
        refused := acting.permission = 'take_reports' AND left(NEW.id, 6) <> 'shape:';
    ELSIF TG_TABLE_NAME = 'source' THEN
        IF TG_OP = 'INSERT' THEN
            refused := NEW.kind <> 'manual' OR NEW.url <> '' OR NEW.reply_url <> '';
        ELSE
            refused := to_jsonb(NEW) - read_on <> to_jsonb(OLD) - read_on;
        END IF;
        refused := refused AND acting.permission = 'take_reports';
    ELSIF TG_TABLE_NAME = 'delivery' THEN
        IF TG_OP = 'INSERT' THEN
            refused := NEW.state <> 'waiting';
        ELSE
            refused := NOT EXISTS (
                SELECT 1 FROM entity_permission e
                WHERE e.entity = TG_TABLE_NAME || ':changed' AND e.permission = acting.permission
            );
        END IF;
    ELSIF NEW.state = 'approved' OR TG_OP = 'UPDATE' AND OLD.state = 'approved' THEN
        refused := NOT EXISTS (
            SELECT 1 FROM role_permission r
            WHERE r.role = acting.role AND r.permission = 'publish'
        );
    END IF;
    IF refused THEN
        PERFORM deny('entity_not_permitted', TG_TABLE_NAME);
    END IF;
    RETURN NEW;
END $$

CREATE TRIGGER room_setting_desks BEFORE INSERT OR UPDATE ON room_setting
FOR EACH ROW EXECUTE FUNCTION keep_from_desks()

CREATE TRIGGER source_desks BEFORE INSERT OR UPDATE ON source
FOR EACH ROW EXECUTE FUNCTION keep_from_desks()

CREATE TRIGGER delivery_desks BEFORE INSERT OR UPDATE ON delivery
FOR EACH ROW EXECUTE FUNCTION keep_from_desks()

CREATE TRIGGER public_notice_desks BEFORE INSERT OR UPDATE ON public_notice
FOR EACH ROW EXECUTE FUNCTION keep_from_desks()
