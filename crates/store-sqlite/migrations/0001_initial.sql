-- The first form of the store. Forward only: a released file is never edited, the next change is 0002.
--
-- Two layouts are chosen so that what is forgotten leaves no copy (see src/traces.rs):
-- `entries` and `wraps` only ever grow at the end of their b-tree, and what is destroyed in them is overwritten
-- in place by zeros of the same length. `view_rows` lies in the order of its keys and is laid anew when an
-- entry is forgotten; `view_rows_aside` is where the rows wait meanwhile, and is empty otherwise.

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

-- The kinds are those of WrapKind. A destroyed or replaced wrap stays as zeros with live = 0.
CREATE TABLE wraps (
    number INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 255),
    id BLOB NOT NULL,
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    wrapped BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX wraps_live ON wraps (kind, id) WHERE live = 1;

CREATE TABLE view_rows (
    view TEXT NOT NULL,
    key BLOB NOT NULL,
    case_id BLOB CHECK (length(case_id) = 16),
    source BLOB NOT NULL CHECK (length(source) = 32),
    data BLOB NOT NULL,
    PRIMARY KEY (view, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX view_rows_of_case ON view_rows (view, case_id, key);
CREATE INDEX view_rows_of_source ON view_rows (source);

CREATE TABLE view_rows_aside (
    number INTEGER PRIMARY KEY,
    view TEXT NOT NULL,
    key BLOB NOT NULL,
    case_id BLOB,
    source BLOB NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE queue_items (
    queue TEXT NOT NULL,
    id BLOB NOT NULL,
    due INTEGER NOT NULL,
    tries INTEGER NOT NULL CHECK (tries BETWEEN 0 AND 4294967295),
    data BLOB NOT NULL,
    PRIMARY KEY (queue, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX queue_items_due ON queue_items (queue, due, id);

-- "Comi" in the header's application id, so that no other program's database is taken for a store.
PRAGMA application_id = 1131375977;
PRAGMA user_version = 1;
