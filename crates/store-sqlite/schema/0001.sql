PRAGMA application_id = 1131375977;

PRAGMA user_version = 1;

CREATE INDEX queue_items_due ON queue_items (queue, due, id);

CREATE INDEX view_rows_of_case ON view_rows (view, case_id, key);

CREATE INDEX view_rows_of_source ON view_rows (source);

CREATE UNIQUE INDEX wraps_live ON wraps (kind, id) WHERE live = 1;

CREATE TABLE entries (
    log_index INTEGER PRIMARY KEY CHECK (log_index >= 0),
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    case_id BLOB NOT NULL CHECK (length(case_id) = 16),
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64),
    statement BLOB NOT NULL,
    seal BLOB NOT NULL,
    forgotten INTEGER NOT NULL CHECK (forgotten IN (0, 1)),
    sealed BLOB NOT NULL,
    UNIQUE (case_id, sequence)
) STRICT;

CREATE TABLE queue_items (
    queue TEXT NOT NULL,
    id BLOB NOT NULL,
    due INTEGER NOT NULL,
    tries INTEGER NOT NULL CHECK (tries BETWEEN 0 AND 4294967295),
    data BLOB NOT NULL,
    PRIMARY KEY (queue, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE view_rows (
    view TEXT NOT NULL,
    key BLOB NOT NULL,
    case_id BLOB CHECK (length(case_id) = 16),
    source BLOB NOT NULL CHECK (length(source) = 32),
    data BLOB NOT NULL,
    PRIMARY KEY (view, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE view_rows_aside (
    number INTEGER PRIMARY KEY,
    view TEXT NOT NULL,
    key BLOB NOT NULL,
    case_id BLOB,
    source BLOB NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE wraps (
    number INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 255),
    id BLOB NOT NULL,
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    wrapped BLOB NOT NULL
) STRICT;
