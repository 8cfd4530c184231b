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
	c, err := config.Load(file, []string{"KONTOR_ADDR=127.0.0.1:2", "HOME=/", "KONTOR_TEST_ALL=1", "KONTOR_CONFIG=" + file}, config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	want := config.Default()
	want.Addr, want.ReadRate = "127.0.0.1:2", 7
	if c != want {
		t.Errorf("got %+v", c)
	}
	addr, data := "127.0.0.1:3", "here"
	c, err = config.Load(file, []string{"KONTOR_ADDR=127.0.0.1:2"}, config.Flags{Addr: &addr, Data: &data})
	if err != nil || c.Addr != "127.0.0.1:3" || c.DataDir != "here" {
		t.Errorf("with flags: %+v, %v", c, err)
	}
}

// A flag that was given counts, also an empty one.
func TestEmptyFlagsAreRefused(t *testing.T) {
	var empty string
	_, err := config.Load("", nil, config.Flags{Addr: &empty, Data: &empty})
	for _, flag := range []string{"--addr", "--data"} {
		if err == nil || !strings.Contains(err.Error(), flag) {
			t.Errorf("%s is not named in: %v", flag, err)
		}
	}
}

// Kubernetes tells a container of every service by its name; what else begins with ours is a mistake.
func TestVariablesOfAServiceAreNotSettings(t *testing.T) {
	theirs := []string{
		"KONTOR_SERVICE_HOST=10.0.0.1", "KONTOR_SERVICE_PORT=80", "KONTOR_SERVICE_PORT_HTTP=80", "KONTOR_PORT=tcp://10.0.0.1:80",
		"KONTOR_PORT_80_TCP=tcp://10.0.0.1:80", "KONTOR_PORT_80_TCP_ADDR=10.0.0.1",
	}
	if _, err := config.Load("", theirs, config.Flags{}); err != nil {
		t.Error(err)
	}
	for _, ours := range []string{"KONTOR_SERVICE=x", "KONTOR_PORTS=1", "KONTOR_ADRR=x"} {
		if _, err := config.Load("", []string{ours}, config.Flags{}); err == nil {
			t.Errorf("%s passes", ours)
		}
	}
}

func TestAFileThatIsNotUTF8IsRefused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "kontor.toml")
	if err := os.WriteFile(file, []byte("# Stra\xdfe\naddr = \"127.0.0.1:1\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := config.Load(file, nil, config.Flags{}); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("got %v", err)
	}
}

func TestEveryWrongKeyIsNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "kontor.toml")
	if err := os.WriteFile(file, []byte("adr = \"x\"\nread_rate = -1\n[deep]\nx = 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := config.Load(file, []string{"KONTOR_LOG_LEVEL=loud", "KONTOR_DATABASE_URL=mysql://x", "KONTOR_TRUST_PROXY=everyone"}, config.Flags{})
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

// A value must have the type of its key: what is no text is not taken for one, nor text for a number.
func TestTheTypesOfTheFileCount(t *testing.T) {
	file := filepath.Join(t.TempDir(), "kontor.toml")
	wrong := `addr = true
data_dir = 5
database_url = 1.5
base_url = 2026-01-01
log_level = ["info"]
trust_proxy = { range = "10.0.0.0/8" }
read_rate = "600"
write_rate = 1.5
`
	if err := os.WriteFile(file, []byte(wrong), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := config.Load(file, nil, config.Flags{})
	if err == nil {
		t.Fatal("all passed")
	}
	if got := strings.Split(err.Error(), "\n"); len(got) != len(config.Keys()) {
		t.Errorf("%d of %d wrong keys are named: %q", len(got), len(config.Keys()), got)
	}
	for _, key := range config.Keys() {
		if !strings.Contains(err.Error(), file+": "+key+" must be ") {
			t.Errorf("%s is not named in: %v", key, err)
		}
	}
}

func TestAddresses(t *testing.T) {
	for variable, values := range map[string]struct{ right, wrong []string }{
		"KONTOR_ADDR": {
			right: []string{"127.0.0.1:8080", ":8080", "[::1]:80", "localhost:0", "kontor.example.org:65535"},
			wrong: []string{"", "8080", "localhost", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:65536", "::1:80", "300.1.1.1:80", "a b:80", "http://x.example:80"},
		},
		"KONTOR_BASE_URL": {
			right: []string{"", "https://x.example", "https://x.example/", "http://127.0.0.1:8080", "https://[2001:db8::1]", "https://städte.example"},
			wrong: []string{
				"x.example", "https://", "https:///", "https://x.example/p", "https://x.example?q", "https://x.example/?", "https://x.example/p?q",
				"https://x.example#f", "https://x.example/#", "https://me@x.example", "https://x.example:", "https://x.example:70000",
				"https://:443", "https://x..example", "ftp://x.example", "https://x.example//", "https:x.example",
			},
		},
		"KONTOR_DATABASE_URL": {
			right: []string{"", "postgres://kontor@localhost/kontor", "postgresql:///kontor?host=%2Frun"},
			wrong: []string{"kontor", "mysql://x", "postgres:x", "postgres://x:port/y", "postgres://", "postgresql:///"},
		},
	} {
		for _, v := range values.right {
			if _, err := config.Load("", []string{variable + "=" + v}, config.Flags{}); err != nil {
				t.Errorf("%q is refused: %v", v, err)
			}
		}
		for _, v := range values.wrong {
			_, err := config.Load("", []string{variable + "=" + v}, config.Flags{})
			var p config.Problem
			if !errors.As(err, &p) || p.Where != variable {
				t.Errorf("%s=%q passes, or is not named: %v", variable, v, err)
			}
		}
	}
	c, err := config.Load("", []string{"KONTOR_BASE_URL=https://x.example:8443/"}, config.Flags{})
	if err != nil || c.BaseURL != "https://x.example:8443" {
		t.Errorf("got %q, %v", c.BaseURL, err)
	}
	wrong := "here"
	if _, err := config.Load("", nil, config.Flags{Addr: &wrong}); err == nil || !strings.Contains(err.Error(), "--addr") {
		t.Errorf("the flag is not named: %v", err)
	}
}

func TestAFileThatIsNotThereIsSaid(t *testing.T) {
	if _, err := config.Load(filepath.Join(t.TempDir(), "none.toml"), nil, config.Flags{}); !errors.Is(err, os.ErrNotExist) {
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
