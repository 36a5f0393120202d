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
