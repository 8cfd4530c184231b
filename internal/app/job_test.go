package app_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"kontor.example/internal/app"
	"kontor.example/internal/engine/db"
)

// A job that was given up is listed with its problem, and is due again once it is retried.
func TestDeadJobsAreListedAndRetried(t *testing.T) {
	dir := t.TempDir()
	kontor := func(args ...string) (out string, code int) {
		var stdout, stderr bytes.Buffer
		code = app.Run(context.Background(), append(args, "--data", dir), nil, &stdout, &stderr)
		return stdout.String(), code
	}
	if _, code := kontor("migrate"); code != 0 {
		t.Fatalf("migrate: %d", code)
	}
	d, err := db.Open(t.Context(), "sqlite:"+filepath.Join(dir, "kontor.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	err = d.Tx(t.Context(), func(tx *db.DB) error {
		_, err := tx.Exec(t.Context(), `INSERT INTO job (id, topic, args, run_at, leased_until, lease, attempts, dead, problem)
			VALUES ('j1', 'mail', '{}', '2026-01-01T00:00:00Z', '', '', 10, TRUE, 'no such mailbox')`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if out, code := kontor("job", "list"); code != 0 || !strings.Contains(out, "j1\tmail") || !strings.Contains(out, "no such mailbox") {
		t.Errorf("list: %d %q", code, out)
	}
	if _, code := kontor("job", "retry", "j2"); code != 1 {
		t.Errorf("a job that is not there: %d", code)
	}
	if _, code := kontor("job", "retry", "j1"); code != 0 {
		t.Errorf("retry: %d", code)
	}
	if out, _ := kontor("job", "list"); out != "" {
		t.Errorf("still given up: %q", out)
	}
	var due int
	if err := d.Row(t.Context(), []any{&due}, `SELECT COUNT(*) FROM job WHERE NOT dead AND attempts = 0 AND lease = ''`); err != nil || due != 1 {
		t.Errorf("%d jobs are due, %v", due, err)
	}
}
