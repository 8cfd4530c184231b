package db_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/kontortest"
)

func TestToLookForADatabaseMakesNone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	url := "sqlite:" + filepath.Join(dir, "kontor.db")
	if there, err := db.Exists(url); there || err != nil {
		t.Errorf("in no folder: %t, %v", there, err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("looking made the folder: %v", err)
	}
	open(t, url)
	if there, err := db.Exists(url); !there || err != nil {
		t.Errorf("once opened: %t, %v", there, err)
	}
}

func TestAFolderIsReservedOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	url := "sqlite:" + filepath.Join(dir, "kontor.db")
	first, err := db.Reserve(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Reserve(t.Context(), url); !errors.Is(err, db.ErrInUse) || !strings.Contains(err.Error(), dir) {
		t.Errorf("while it is reserved: %v", err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 1 || files[0].Name() != "kontor.lock" {
		t.Errorf("the lock leaves %v, %v", files, err)
	}
	open(t, url) // the database itself is free for commands
	for range 2 {
		if err := first.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}
	again, err := db.Reserve(t.Context(), url)
	if err != nil {
		t.Fatalf("once it is closed: %v", err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

func TestAServerIsNotReserved(t *testing.T) {
	for range 2 {
		r, err := db.Reserve(t.Context(), "postgres://nobody@nowhere.invalid/nothing")
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
	}
}

func TestAFolderOpenToAllIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes of folders say nothing there")
	}
	for mode, octal := range map[os.FileMode]string{0o777: "0777", 0o702: "0702", 0o777 | os.ModeSticky: "1777"} {
		dir := t.TempDir()
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
		url := "sqlite:" + filepath.Join(dir, "kontor.db")
		_, opened := db.Open(t.Context(), url)
		_, reserved := db.Reserve(t.Context(), url)
		for _, err := range []error{opened, reserved} {
			if !errors.Is(err, db.ErrOpenToAll) || !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), octal) {
				t.Errorf("mode %s: %v", octal, err)
			}
		}
		if files, err := os.ReadDir(dir); err != nil || len(files) > 0 {
			t.Errorf("mode %s: %v, %v", octal, files, err)
		}
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o770); err != nil {
		t.Fatal(err)
	}
	open(t, "sqlite:"+filepath.Join(dir, "kontor.db")) // a group is its owner's choice
}

// Nobody but its owner reads the database, whatever its folder lets them do.
func TestTheFilesAreTheirOwners(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes of files say nothing there")
	}
	dir := t.TempDir()
	d := open(t, "sqlite:"+filepath.Join(dir, "kontor.db"))
	if err := d.Tx(t.Context(), func(tx *db.DB) error {
		_, err := tx.Exec(t.Context(), `CREATE TABLE a (x TEXT NOT NULL)`)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) < 2 { // what was written stands in the file beside it, too
		t.Fatalf("files %v, %v", files, err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", info, err)
		}
	}
}

// A database that gave back its memory reads and writes as before.
func TestRefreshLosesNothing(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		table := fstest.MapFS{"0001_a.sql": {Data: []byte("CREATE TABLE a (x TEXT NOT NULL);\n")}}
		if _, err := d.Migrate(t.Context(), table); err != nil {
			t.Fatal(err)
		}
		for _, x := range []string{"one", "two"} {
			d.Refresh()
			if err := d.Tx(t.Context(), func(tx *db.DB) error {
				_, err := tx.Exec(t.Context(), `INSERT INTO a (x) VALUES ($1)`, x)
				return err
			}); err != nil {
				t.Fatal(err)
			}
		}
		d.Refresh()
		var n int
		if err := d.Row(t.Context(), []any{&n}, `SELECT COUNT(*) FROM a`); err != nil || n != 2 {
			t.Errorf("%d rows, %v", n, err)
		}
	})
}
