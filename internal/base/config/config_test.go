package config_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kontor.example/internal/base/config"
)

func TestLaterSourcesWin(t *testing.T) {
	file := filepath.Join(t.TempDir(), "kontor.toml")
	if err := os.WriteFile(file, []byte("addr = \"127.0.0.1:1\"\nread_rate = 7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := config.Load(file, []string{"KONTOR_ADDR=127.0.0.1:2", "HOME=/", "KONTOR_TEST_ALL=1", "KONTOR_CONFIG=" + file})
	if err != nil {
		t.Fatal(err)
	}
	want := config.Default()
	want.Addr, want.ReadRate = "127.0.0.1:2", 7
	if c != want {
		t.Errorf("got %+v", c)
	}
}

func TestEveryWrongKeyIsNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "kontor.toml")
	if err := os.WriteFile(file, []byte("adr = \"x\"\nread_rate = -1\n[deep]\nx = 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := config.Load(file, []string{"KONTOR_LOG_LEVEL=loud", "KONTOR_DATABASE_URL=mysql://x", "KONTOR_TRUST_PROXY=everyone"})
	for _, key := range []string{"adr", "read_rate", "deep", "log_level", "database_url", "trust_proxy"} {
		if err == nil || !strings.Contains(err.Error(), key) {
			t.Errorf("%s is not named in: %v", key, err)
		}
	}
	var p config.Problem
	if !errors.As(err, &p) || p.Where == "" {
		t.Errorf("no place named: %+v", p)
	}
}

func TestAFileThatIsNotThereIsSaid(t *testing.T) {
	if _, err := config.Load(filepath.Join(t.TempDir(), "none.toml"), nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestDatabase(t *testing.T) {
	c := config.Default()
	if got := c.Database(); got != "sqlite:data/kontor.db" {
		t.Errorf("got %s", got)
	}
	c.DatabaseURL = "postgres://x/y"
	if got := c.Database(); got != "postgres://x/y" {
		t.Errorf("got %s", got)
	}
}
