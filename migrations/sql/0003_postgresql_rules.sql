-- Statements are separated by blank lines. What a trigger says is a code of storage/errors.py.
CREATE TRIGGER signed_head_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON signed_head
FOR EACH STATEMENT EXECUTE FUNCTION refuse('append_only')
