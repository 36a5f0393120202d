-- Back to what revision 0006 has. Blank lines separate.
ALTER TABLE welfare_check
    DROP CONSTRAINT ck_welfare_check_given_up_why,
    DROP COLUMN reason,
    DROP CONSTRAINT ck_welfare_check_outcome,
    ADD CONSTRAINT ck_welfare_check_outcome CHECK (outcome IN ('well', 'helped', 'mistaken'))

ALTER TABLE incident_link
    DROP COLUMN kind

ALTER TABLE handling
    DROP COLUMN alarm_level
