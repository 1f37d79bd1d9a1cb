import type { Database } from 'better-sqlite3'

/**
 * Columns are named as the fields of shared/claims, so that no mapping stands between a record and its row.
 *
 * claim.key is the place in the dated list: day number × 2^24 + a count within the day (see store/list-key.ts). Being
 * the rowid, it makes "newest accident first" the order of the table, of every index below and of the text index;
 * no list ever sorts. It is local: other machines order the same day differently.
 */
const claimTables = `
CREATE TABLE claim (
	key INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	claimNo TEXT NOT NULL UNIQUE,
	city TEXT NOT NULL,
	createdBy TEXT NOT NULL,
	createdByName TEXT NOT NULL,
	createdAt TEXT NOT NULL,
	updatedAt TEXT NOT NULL,
	archived INTEGER NOT NULL DEFAULT 0,
	status TEXT NOT NULL,
	category TEXT,
	policyNo TEXT NOT NULL,
	accidentDate TEXT,
	accidentTime TEXT,
	headline TEXT NOT NULL,
	party TEXT NOT NULL,
	holder TEXT NOT NULL,
	lastRseq INTEGER NOT NULL,
	statusReason TEXT NOT NULL,
	keptClaim TEXT,
	assignedTo TEXT,
	assignedName TEXT NOT NULL,
	policyKey TEXT NOT NULL,
	policyUnknownReason TEXT,
	reportedAt TEXT,
	reportChannel TEXT,
	callReason TEXT NOT NULL,
	timeQuality TEXT NOT NULL,
	timeZone TEXT NOT NULL,
	place TEXT NOT NULL,
	placeRegion TEXT NOT NULL,
	placeRoad TEXT NOT NULL,
	placeMarker TEXT NOT NULL,
	latitude REAL,
	longitude REAL,
	tags TEXT NOT NULL,
	cause TEXT NOT NULL,
	summary TEXT NOT NULL,
	drivable TEXT,
	injuries TEXT,
	totalLoss TEXT,
	faultPercent INTEGER,
	police TEXT,
	policeReportNo TEXT NOT NULL,
	estimateMinor INTEGER,
	estimateBy TEXT,
	currency TEXT NOT NULL,
	settlementMinor INTEGER,
	versions TEXT NOT NULL
) STRICT;

-- The dated list reads nothing but this index.
CREATE INDEX claim_by_date ON claim (archived, key, id, claimNo, accidentDate, accidentTime, policyNo, place, headline,
	party, status, category, city, assignedName, holder, lastRseq);
-- One index per filter, each in list order and carrying what the other filters ask. A machine holds few cities: that
-- filter is tested on the columns of claim_by_date.
CREATE INDEX claim_by_status ON claim (archived, status, key, category, city, holder);
CREATE INDEX claim_by_category ON claim (archived, category, key, status, city, holder);
CREATE INDEX claim_by_holder ON claim (archived, holder, key, status, category, city);
CREATE INDEX claim_by_policy ON claim (policyKey, key) WHERE policyKey <> '';

CREATE TABLE claim_tag (tag TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (tag, key)) STRICT, WITHOUT ROWID;
CREATE TABLE claim_alias (alias TEXT PRIMARY KEY, claimId TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE person (
	claimId TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL,
	name TEXT NOT NULL, roles TEXT NOT NULL, phone TEXT NOT NULL, phoneKey TEXT NOT NULL, address TEXT NOT NULL,
	vehicleId TEXT, licenceNo TEXT NOT NULL, licenceClass TEXT NOT NULL, idNo TEXT NOT NULL, injury TEXT NOT NULL,
	versions TEXT NOT NULL,
	PRIMARY KEY (claimId, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_phone ON person (phoneKey, claimId) WHERE phoneKey <> '';

CREATE TABLE vehicle (
	claimId TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL,
	side TEXT NOT NULL, plate TEXT NOT NULL, plateKey TEXT NOT NULL, vin TEXT NOT NULL, make TEXT NOT NULL,
	model TEXT NOT NULL, year INTEGER, colour TEXT NOT NULL, towed TEXT, whereSeen TEXT NOT NULL,
	otherInsurer TEXT NOT NULL, otherPolicyNo TEXT NOT NULL, versions TEXT NOT NULL,
	PRIMARY KEY (claimId, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX vehicle_by_plate ON vehicle (plateKey, claimId) WHERE plateKey <> '';

CREATE TABLE damage (
	claimId TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL,
	vehicleId TEXT, what TEXT NOT NULL, "where" TEXT NOT NULL, severity TEXT NOT NULL, versions TEXT NOT NULL,
	PRIMARY KEY (claimId, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
	claimId TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL,
	byName TEXT NOT NULL, versions TEXT NOT NULL,
	PRIMARY KEY (claimId, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER note_is_append_only BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;

-- Records that were removed, and the change that removed each: the base of one that is added again under the same id.
CREATE TABLE tombstone (claimId TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, hidden TEXT NOT NULL, PRIMARY KEY (claimId, id)) STRICT, WITHOUT ROWID;

-- Contentless: the words are kept, the text is not kept twice. rowid = claim.key, so matches come newest first.
CREATE VIRTUAL TABLE claim_text USING fts5(
	words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Who changed what from what to what, ready to show; seq is that of the audit row. How the claim began stands in its
-- origin and needs no row. Derived from the change log; never sent.
CREATE TABLE claim_event (
	claimId TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, byName TEXT NOT NULL, kind TEXT NOT NULL,
	changes TEXT NOT NULL,
	PRIMARY KEY (claimId, seq)
) STRICT, WITHOUT ROWID;
`

const machineTables = `
-- One row: what every commit moves on. acked: the last rseq that headquarters has stored. block: this machine's block of
-- claim numbers; serials: the next serial of each year, as JSON.
CREATE TABLE store_state (
	one INTEGER PRIMARY KEY CHECK (one = 1),
	replica TEXT NOT NULL, replicaOrd INTEGER NOT NULL,
	headRseq INTEGER NOT NULL, headHash BLOB NOT NULL, acked INTEGER NOT NULL, lastHlc TEXT,
	auditSeq INTEGER NOT NULL, auditHash BLOB NOT NULL, commits INTEGER NOT NULL,
	block TEXT NOT NULL, serials TEXT NOT NULL
) STRICT;
-- Replicas named by changes held here, with the short number used in "versions".
CREATE TABLE replica (ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;

-- One row per user action: n changes with rseq … rseq+n-1, as the bytes that will be sent, deflated (a quarter of the
-- size; inflating gives the very bytes). hash = SHA-256(hash before
-- the first change ‖ bytes of each change, one after the other). Never updated, never deleted before it is acknowledged.
CREATE TABLE change_log (
	rseq INTEGER PRIMARY KEY, n INTEGER NOT NULL, txn TEXT NOT NULL, bytes BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE TRIGGER change_log_is_final BEFORE UPDATE ON change_log BEGIN SELECT RAISE(ABORT, 'change log is append-only'); END;

CREATE TABLE audit (
	seq INTEGER PRIMARY KEY, wall TEXT NOT NULL, monotonicMs INTEGER NOT NULL, boot TEXT NOT NULL,
	userId TEXT NOT NULL, roles TEXT NOT NULL, event TEXT NOT NULL, objectId TEXT NOT NULL, detail TEXT NOT NULL,
	prevHash BLOB NOT NULL, hash BLOB NOT NULL, mac BLOB NOT NULL
) STRICT;
CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE account (
	id TEXT PRIMARY KEY, userName TEXT NOT NULL, displayName TEXT NOT NULL, roles TEXT NOT NULL, cities TEXT NOT NULL,
	createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE pref (userId TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (userId, key)) STRICT, WITHOUT ROWID;
-- Forms in progress: local, never sent.
CREATE TABLE form_draft (
	userId TEXT NOT NULL, scope TEXT NOT NULL, id TEXT NOT NULL, claimNo TEXT NOT NULL, body TEXT NOT NULL,
	savedAt TEXT, PRIMARY KEY (userId, scope)
) STRICT, WITHOUT ROWID;
`

export const migration = {
	version: 1,
	name: 'claims',
	up(db: Database): void {
		db.exec(claimTables)
		db.exec(machineTables)
	},
}
