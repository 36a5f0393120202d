-- For every table of rows. Statements are separated by blank lines.
CREATE TRIGGER {entity}_kept BEFORE INSERT OR UPDATE OR DELETE ON "{entity}"
FOR EACH ROW EXECUTE FUNCTION keep_row()

CREATE TRIGGER {entity}_truncated BEFORE TRUNCATE ON "{entity}"
FOR EACH STATEMENT EXECUTE FUNCTION refuse('no_delete')
