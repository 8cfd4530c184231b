package portal_test

import (
	"net/http"
	"os"
	"testing"

	"kontor.example/internal/kontortest"
)

func TestZZServe(t *testing.T) {
	if os.Getenv("ZZ_SERVE") == "" {
		t.Skip()
	}
	s := hannover(t, kontortest.SQLite(t))
	_ = http.ListenAndServe("127.0.0.1:8099", s.web)
}
