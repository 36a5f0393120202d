-- Statements are separated by blank lines.
CREATE TABLE incident_text (
    n INTEGER NOT NULL,
    incident_id VARCHAR(100) NOT NULL,
    text TEXT NOT NULL,
    words TEXT,
    CONSTRAINT pk_incident_text PRIMARY KEY (n),
    CONSTRAINT fk_incident_text_incident_id FOREIGN KEY(incident_id) REFERENCES incident (id) ON DELETE RESTRICT
)

CREATE INDEX ix_incident_text_incident_id_n ON incident_text (incident_id, n)

CREATE VIRTUAL TABLE incident_words USING fts5(
    text, content='incident_text', content_rowid='n', detail=none, columnsize=0, prefix='2 3 4 5 6',
    tokenize='unicode61 remove_diacritics 0'
)

CREATE TRIGGER incident_text_inserted AFTER INSERT ON incident_text BEGIN
    INSERT INTO incident_words (rowid, text) VALUES (NEW.n, NEW.text);
END

CREATE TRIGGER incident_text_updated AFTER UPDATE OF text ON incident_text BEGIN
    INSERT INTO incident_words (incident_words, rowid, text) VALUES ('delete', OLD.n, OLD.text);
    INSERT INTO incident_words (rowid, text) VALUES (NEW.n, NEW.text);
END

INSERT INTO incident_text (incident_id, text)
SELECT i.id, i.day || ' ' || printf('%04d', i.number) || ' ' || coalesce(i.alias, '') || ' '
    || i.title || ' ' || i.address
    || coalesce((SELECT ' ' || group_concat(r.external_id || ' ' || r.text, ' ')
        FROM incident_report l JOIN report r ON r.id = l.report_id WHERE l.incident_id = i.id), '')
    || coalesce((SELECT ' ' || group_concat(t.text, ' ') FROM note t WHERE t.incident_id = i.id), '')
FROM incident i ORDER BY i.id

CREATE TRIGGER incident_worded AFTER INSERT ON incident BEGIN
    INSERT INTO incident_text (incident_id, text) VALUES (
        NEW.id,
        NEW.day || ' ' || printf('%04d', NEW.number) || ' ' || coalesce(NEW.alias, '') || ' '
        || NEW.title || ' ' || NEW.address
    );
END

-- What is said more of an incident stands behind what was said of it last, in pieces: in a flood the
-- thousandth report costs what the first one did. Every piece begins with the heading.
CREATE TRIGGER incident_reworded AFTER UPDATE OF title, address, alias ON incident
WHEN NEW.title <> OLD.title OR NEW.address <> OLD.address OR NEW.alias IS NOT OLD.alias BEGIN
    INSERT INTO incident_text (incident_id, text)
    SELECT id, day || ' ' || printf('%04d', number) || ' ' || coalesce(alias, '') || ' '
        || title || ' ' || address
    FROM incident WHERE id = NEW.id AND 1000 <= (
        SELECT length(text) FROM incident_text WHERE incident_id = NEW.id ORDER BY n DESC LIMIT 1
    );
    UPDATE incident_text SET text = text || ' ' || coalesce(NEW.alias, '') || ' '
        || NEW.title || ' ' || NEW.address
    WHERE n = (SELECT n FROM incident_text WHERE incident_id = NEW.id ORDER BY n DESC LIMIT 1);
END

CREATE TRIGGER incident_report_worded AFTER INSERT ON incident_report BEGIN
    INSERT INTO incident_text (incident_id, text)
    SELECT id, day || ' ' || printf('%04d', number) || ' ' || coalesce(alias, '') || ' '
        || title || ' ' || address
    FROM incident WHERE id = NEW.incident_id AND 1000 <= (
        SELECT length(text) FROM incident_text WHERE incident_id = NEW.incident_id ORDER BY n DESC LIMIT 1
    );
    UPDATE incident_text SET text = text || ' ' || (
        SELECT external_id || ' ' || report.text FROM report WHERE id = NEW.report_id
    )
    WHERE n = (SELECT n FROM incident_text WHERE incident_id = NEW.incident_id ORDER BY n DESC LIMIT 1);
END

CREATE TRIGGER note_worded AFTER INSERT ON note WHEN NEW.incident_id IS NOT NULL BEGIN
    INSERT INTO incident_text (incident_id, text)
    SELECT id, day || ' ' || printf('%04d', number) || ' ' || coalesce(alias, '') || ' '
        || title || ' ' || address
    FROM incident WHERE id = NEW.incident_id AND 1000 <= (
        SELECT length(text) FROM incident_text WHERE incident_id = NEW.incident_id ORDER BY n DESC LIMIT 1
    );
    UPDATE incident_text SET text = text || ' ' || NEW.text
    WHERE n = (SELECT n FROM incident_text WHERE incident_id = NEW.incident_id ORDER BY n DESC LIMIT 1);
END
