-- filters name records by their address, in whichever office that is
CREATE INDEX slug_by_name ON slug (kind, name);
