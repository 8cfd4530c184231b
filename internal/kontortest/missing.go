package kontortest

import (
	"os"
	"testing"
)

// all tells whether every tool must be there, as on the build server.
func all() bool { return os.Getenv("KONTOR_TEST_ALL") == "1" }

// missing ends the test because something from outside is not there: it skips,
// and under KONTOR_TEST_ALL=1 it fails. What names the thing and how to get it.
func missing(t testing.TB, what string) {
	t.Helper()
	if all() {
		t.Fatalf("KONTOR_TEST_ALL=1, but %s", what)
	}
	t.Skip(what)
}
