// Package migrations holds the steps by which the schema came to be, in plain SQL. They only go forward, and a step that
// was released is never changed. One set serves both engines: for PostgreSQL, the db package gives every TEXT the
// collation "C", calls a BLOB BYTEA and leaves out WITHOUT ROWID.
package migrations

import "embed"

// FS holds the steps, named 0001_what.sql.
//
//go:embed *.sql
var FS embed.FS
