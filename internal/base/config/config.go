// Package config reads what an operator sets: from a TOML file, from KONTOR_… variables, from flags, the later ones
// winning. It is read once, at start, and then only a value.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// Config is what an operator sets. Its zero value does not serve; Default does.
type Config struct {
	Addr        string // where to listen, HOST:PORT
	DataDir     string // folder of the SQLite database
	DatabaseURL string // postgres://…; empty for SQLite in DataDir
	BaseURL     string // address by which people reach the portal, without a path; empty: as asked
	ReadRate    int    // anonymous reads per minute and address; 0 is unlimited
	WriteRate   int    // writes per minute and token; 0 is unlimited
	LogLevel    string // debug, info, warn, error
	TrustProxy  string // address range of a proxy whose X-Forwarded-For is believed, such as 10.0.0.0/8; empty for none
}

// Default returns the settings of a fresh installation.
func Default() Config {
	return Config{Addr: "127.0.0.1:8080", DataDir: "data", ReadRate: 600, WriteRate: 120, LogLevel: "info"}
}

// A setting is one key, how it is named in the file, and in the environment as KONTOR_ and its name in capitals.
type setting struct {
	name string
	set  func(c *Config, v string) error
}

func settings() []setting {
	return []setting{
		{"addr", text(func(c *Config) *string { return &c.Addr })},
		{"data_dir", text(func(c *Config) *string { return &c.DataDir })},
		{"database_url", func(c *Config, v string) error {
			if v != "" && !strings.HasPrefix(v, "postgres://") && !strings.HasPrefix(v, "postgresql://") {
				return errors.New("must begin with postgres://")
			}
			c.DatabaseURL = v
			return nil
		}},
		{"base_url", func(c *Config, v string) error {
			if v != "" && !strings.HasPrefix(v, "https://") && !strings.HasPrefix(v, "http://") {
				return errors.New("must begin with https:// or http://")
			}
			c.BaseURL = strings.TrimSuffix(v, "/")
			return nil
		}},
		{"read_rate", number(func(c *Config) *int { return &c.ReadRate })},
		{"write_rate", number(func(c *Config) *int { return &c.WriteRate })},
		{"log_level", func(c *Config, v string) error {
			if !slices.Contains([]string{"debug", "info", "warn", "error"}, v) {
				return errors.New("must be debug, info, warn or error")
			}
			c.LogLevel = v
			return nil
		}},
		{"trust_proxy", func(c *Config, v string) error {
			if _, err := netip.ParsePrefix(v); v != "" && err != nil {
				return errors.New("must be a range of addresses such as 10.0.0.0/8")
			}
			c.TrustProxy = v
			return nil
		}},
	}
}

func text(p func(*Config) *string) func(*Config, string) error {
	return func(c *Config, v string) error {
		if v == "" {
			return errors.New("must not be empty")
		}
		*p(c) = v
		return nil
	}
}

func number(p func(*Config) *int) func(*Config, string) error {
	return func(c *Config, v string) error {
		n, err := strconv.Atoi(v)
		if err != nil || n < 0 {
			return errors.New("must be a whole number, 0 or more")
		}
		*p(c) = n
		return nil
	}
}

// A Problem names the key that is wrong, where it stands, and why.
type Problem struct{ Key, Where, Why string }

func (p Problem) Error() string { return fmt.Sprintf("%s: %s %s", p.Where, p.Key, p.Why) }

// Load returns the settings: the defaults, changed by the TOML file (passed over if file is empty), then by the
// environment, as os.Environ gives it. It names every key that is wrong, each as a Problem.
func Load(file string, environ []string) (Config, error) {
	c := Default()
	var problems []error
	if file != "" {
		problems = append(problems, c.loadFile(file)...)
	}
	problems = append(problems, c.loadEnviron(environ)...)
	return c, errors.Join(problems...)
}

func (c *Config) loadFile(file string) (problems []error) {
	var in map[string]any
	if _, err := toml.DecodeFile(file, &in); err != nil {
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, os.ErrPermission) {
			return []error{fmt.Errorf("read %s: %w", file, err)}
		}
		return []error{fmt.Errorf("%s: %w", file, err)}
	}
	for key, v := range in {
		switch v.(type) {
		case string, int64, bool, float64:
			problems = append(problems, c.set(key, fmt.Sprint(v), file)...)
		default:
			problems = append(problems, Problem{key, file, "must be a single value"})
		}
	}
	return problems
}

// reserved are variables that begin with KONTOR_ and are not settings: tests read them.
const reserved = "KONTOR_TEST_"

func (c *Config) loadEnviron(environ []string) (problems []error) {
	for _, e := range environ {
		name, v, _ := strings.Cut(e, "=")
		key, ours := strings.CutPrefix(name, "KONTOR_")
		if ours && !strings.HasPrefix(name, reserved) && key != "CONFIG" {
			problems = append(problems, c.set(strings.ToLower(key), v, name)...)
		}
	}
	return problems
}

func (c *Config) set(key, v, where string) []error {
	for _, s := range settings() {
		if s.name == key {
			if err := s.set(c, v); err != nil {
				return []error{Problem{key, where, err.Error()}}
			}
			return nil
		}
	}
	return []error{Problem{key, where, "is not a setting; known are " + strings.Join(Keys(), ", ")}}
}

// Keys lists the settings.
func Keys() []string {
	var out []string
	for _, s := range settings() {
		out = append(out, s.name)
	}
	return out
}

// Database returns the address of the database.
func (c Config) Database() string {
	if c.DatabaseURL != "" {
		return c.DatabaseURL
	}
	return "sqlite:" + c.DataDir + "/kontor.db"
}
