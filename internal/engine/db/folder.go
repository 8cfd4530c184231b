package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// What can be wrong with the folder of a SQLite database.
var (
	// ErrInUse: another server keeps the folder for itself.
	ErrInUse = errors.New("another server runs on it")
	// ErrOpenToAll: everybody on the machine may put files into the folder.
	ErrOpenToAll = errors.New("everybody on this machine can write to it")
)

// Exists reports whether there is a database at url, without making one. Of a server it is taken for granted: asking
// tells.
func Exists(url string) (bool, error) {
	path, ok := strings.CutPrefix(url, "sqlite:")
	if !ok {
		return true, nil
	}
	_, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// Reserve keeps the folder of the SQLite database at url for one server, until what it returns is closed or the process
// ends, however it ends. It returns ErrInUse, with the folder's name, if another server has it. Commands that read or
// write beside a server do not ask. A database on a server of its own may have many users: for that it does nothing.
//
// What is held is an exclusive transaction on an empty SQLite file, kontor.lock: SQLite knows how to lock a file on every
// system, and the system forgets the lock with the process.
func Reserve(ctx context.Context, url string) (io.Closer, error) {
	path, ok := strings.CutPrefix(url, "sqlite:")
	if !ok {
		return nothing{}, nil
	}
	dir := filepath.Dir(path)
	if err := makeFolder(dir); err != nil {
		return nil, err
	}
	r, err := reserve(ctx, filepath.Join(dir, "kontor.lock"))
	if sqliteCode(err) == lib.SQLITE_BUSY {
		return nil, fmt.Errorf("folder %s: %w: stop that one, or choose another folder", dir, ErrInUse)
	}
	if err != nil {
		return nil, fmt.Errorf("reserve folder %s: %w", dir, err)
	}
	return r, nil
}

func reserve(ctx context.Context, path string) (_ io.Closer, err error) {
	d, err := sql.Open("sqlite", fileDSN(path, "busy_timeout(0)", "journal_mode(MEMORY)"))
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, d.Close())
		}
	}()
	c, err := d.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := c.ExecContext(ctx, "BEGIN EXCLUSIVE"); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return &reservation{d, c}, nil
}

// A reservation is the connection whose transaction holds the lock.
type reservation struct {
	db   *sql.DB
	conn *sql.Conn
}

func (r *reservation) Close() error {
	err := r.conn.Close()
	if errors.Is(err, sql.ErrConnDone) { // closed before
		err = nil
	}
	return errors.Join(err, r.db.Close())
}

type nothing struct{}

func (nothing) Close() error { return nil }

// makeFolder makes the folder of a database, its owner's alone, if it is not there. One that is there must not be open to
// all: who can put files beside a database can swap it. Windows keeps such rights elsewhere than in the mode.
func makeFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	info, err := os.Stat(dir)
	if err != nil {
		return err
	}
	if mode := info.Mode(); runtime.GOOS != "windows" && mode.Perm()&0o002 != 0 {
		octal := uint32(mode.Perm())
		if mode&fs.ModeSticky != 0 { // files are safe from being removed there, but not from being put there
			octal |= 0o1000
		}
		return fmt.Errorf("folder %s has mode %04o: %w; make it its owner's alone with chmod 700", dir, octal, ErrOpenToAll)
	}
	return nil
}

// sqliteCode returns the primary result code of an error of SQLite, 0 if it is none.
func sqliteCode(err error) int {
	var se *sqlite.Error
	if errors.As(err, &se) {
		return se.Code() & 0xff
	}
	return 0
}
