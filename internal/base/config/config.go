// Package config reads what an operator sets: from a TOML file, from KONTOR_… variables, from flags, the later ones
// winning. It is read once, at start, and then only a value.
package config

import (
	"errors"
	"fmt"
	"maps"
	"net"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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
	name  string
	whole bool // a whole number in the file; else text in quotes
	set   func(c *Config, v string) error
}

func settings() []setting {
	return []setting{
		{"addr", false, func(c *Config, v string) error {
			host, port, err := net.SplitHostPort(v)
			if err != nil || host != "" && !isHost(host) || !isPort(port) {
				return errors.New("must be HOST:PORT, such as 127.0.0.1:8080")
			}
			c.Addr = v
			return nil
		}},
		{"data_dir", false, func(c *Config, v string) error {
			if v == "" {
				return errors.New("must not be empty")
			}
			c.DataDir = v
			return nil
		}},
		{"database_url", false, func(c *Config, v string) error {
			if v != "" && !isDatabase(v) {
				return errors.New("must be an address such as postgres://USER@HOST/DATABASE")
			}
			c.DatabaseURL = v
			return nil
		}},
		{"base_url", false, func(c *Config, v string) error {
			origin, ok := parseOrigin(v)
			if v != "" && !ok {
				return errors.New("must be https://HOST or http://HOST, without a path, query or fragment")
			}
			c.BaseURL = origin
			return nil
		}},
		{"read_rate", true, number(func(c *Config) *int { return &c.ReadRate })},
		{"write_rate", true, number(func(c *Config) *int { return &c.WriteRate })},
		{"log_level", false, func(c *Config, v string) error {
			if !slices.Contains([]string{"debug", "info", "warn", "error"}, v) {
				return errors.New("must be debug, info, warn or error")
			}
			c.LogLevel = v
			return nil
		}},
		{"trust_proxy", false, func(c *Config, v string) error {
			if _, err := netip.ParsePrefix(v); v != "" && err != nil {
				return errors.New("must be a range of addresses such as 10.0.0.0/8")
			}
			c.TrustProxy = v
			return nil
		}},
	}
}

const notWhole = "must be a whole number, 0 or more"

func number(p func(*Config) *int) func(*Config, string) error {
	return func(c *Config, v string) error {
		n, err := strconv.Atoi(v)
		if err != nil || n < 0 {
			return errors.New(notWhole)
		}
		*p(c) = n
		return nil
	}
}

// A Problem names the key that is wrong, where it stands, and why.
type Problem struct{ Key, Where, Why string }

func (p Problem) Error() string { return fmt.Sprintf("%s: %s %s", p.Where, p.Key, p.Why) }

// Load returns the settings: the defaults, changed by the TOML file (passed over if file is empty), then by the
// environment, as os.Environ gives it, then by the flags of the command line that were given. It names every key that is wrong, each as a Problem.
func Load(file string, environ []string, flags Flags) (Config, error) {
	c := Default()
	var problems []error
	if file != "" {
		problems = append(problems, c.loadFile(file)...)
	}
	problems = append(problems, c.loadEnviron(environ)...)
	if flags.Addr != nil {
		problems = append(problems, c.set("addr", *flags.Addr, "--addr")...)
	}
	if flags.Data != nil {
		problems = append(problems, c.set("data_dir", *flags.Data, "--data")...)
	}
	return c, errors.Join(problems...)
}

// Flags are the settings that the command line knows; those that were not given are nil. One that was given and is empty is
// a mistake, such as a variable of a script that is not set.
type Flags struct {
	Addr *string // --addr
	Data *string // --data, for data_dir
}

func (c *Config) loadFile(file string) (problems []error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return []error{fmt.Errorf("read settings: %w", err)} // which names the file
	}
	if !utf8.Valid(text) {
		return []error{fmt.Errorf("%s is not text in UTF-8", file)}
	}
	var in map[string]any
	if _, err := toml.Decode(string(text), &in); err != nil {
		return []error{fmt.Errorf("%s: %w", file, err)}
	}
	for _, key := range slices.Sorted(maps.Keys(in)) {
		v, err := plain(key, in[key])
		if err != nil {
			problems = append(problems, Problem{key, file, err.Error()})
			continue
		}
		problems = append(problems, c.set(key, v, file)...)
	}
	return problems
}

// plain returns a value of the file as a variable would hold it, if it is of the type that its key wants. Keys that are
// not known pass: set names them.
func plain(key string, v any) (string, error) {
	i := slices.IndexFunc(settings(), func(s setting) bool { return s.name == key })
	if i < 0 {
		return "", nil
	}
	switch v := v.(type) {
	case string:
		if !settings()[i].whole {
			return v, nil
		}
	case int64:
		if settings()[i].whole {
			return strconv.FormatInt(v, 10), nil
		}
	}
	if settings()[i].whole {
		return "", errors.New(notWhole)
	}
	return "", errors.New("must be text in quotes")
}

// foreign reports whether a variable begins with KONTOR_ and yet is not meant as a setting: tests read it, or Kubernetes set
// it, because a service there is called kontor.
func foreign(name string) bool {
	for _, prefix := range []string{"KONTOR_TEST_", "KONTOR_SERVICE_", "KONTOR_PORT_"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return name == "KONTOR_PORT" || name == "KONTOR_CONFIG"
}

func (c *Config) loadEnviron(environ []string) (problems []error) {
	for _, e := range environ {
		name, v, _ := strings.Cut(e, "=")
		key, ours := strings.CutPrefix(name, "KONTOR_")
		if ours && !foreign(name) {
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
