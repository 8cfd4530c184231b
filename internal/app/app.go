// Package app is the roof of the house: it reads what the operator set, opens the database, builds the rooms and the
// doors, and starts and stops them in order. It is the only place that knows them all.
package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"

	"kontor.example/internal/base/config"
)

// Exit codes of the program.
const (
	exitOK      = 0
	exitFailure = 1 // what was asked for could not be done
	exitUsage   = 2 // the command line or the settings are wrong
)

// errUsage marks errors of the command line and of the settings.
var errUsage = errors.New("usage")

// Run runs the command line in args and returns the program's exit code. It reads nothing from a terminal and never
// asks. What a command answers goes to stdout; the log and what went wrong go to stderr.
func Run(ctx context.Context, args, environ []string, stdout, stderr io.Writer) int {
	root := newRoot(command{environ: environ, out: stdout, err: stderr})
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errUsage), strings.HasPrefix(err.Error(), "unknown command"):
		_, _ = fmt.Fprintln(stderr, "kontor:", err)
		return exitUsage
	default:
		_, _ = fmt.Fprintln(stderr, "kontor:", err)
		return exitFailure
	}
}

// A command is what every subcommand is given.
type command struct {
	environ  []string
	out, err io.Writer

	file string // path of the TOML file
	data string // --data
	addr string // --addr
}

func newRoot(c command) *cobra.Command {
	root := &cobra.Command{
		Use:   "kontor",
		Short: "The desk from which a city runs its international relations",
		Long: `Kontor keeps a city's partnerships, cooperations, networks and projects, and shows them to the public in several
languages. It is one program: it brings its own database, or uses PostgreSQL.`,
		Example: `  kontor demo                          look around, with the public facts of Hannover
  kontor serve --data /var/lib/kontor  run it in earnest
  kontor token create --data /var/lib/kontor --name "web desk" --role admin`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.PersistentFlags().StringVar(&c.file, "config", c.fromEnviron("KONTOR_CONFIG"), "TOML file with the settings")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return fmt.Errorf("%w: %w", errUsage, err) })
	root.AddCommand(newDemo(&c), newServe(&c), newMigrate(&c), newToken(&c), newJob(&c), newConfig(&c), newVersion(&c))
	return root
}

func (c *command) fromEnviron(name string) string {
	for _, e := range c.environ {
		if v, ok := strings.CutPrefix(e, name+"="); ok {
			return v
		}
	}
	return ""
}

// settings returns what the operator set; flags win over the environment, and that over the file.
func (c *command) settings() (config.Config, error) {
	cfg, err := config.Load(c.file, c.environ)
	if err != nil {
		return cfg, fmt.Errorf("%w: %w", errUsage, err)
	}
	if c.data != "" {
		cfg.DataDir = c.data
	}
	if c.addr != "" {
		cfg.Addr = c.addr
	}
	return cfg, nil
}

func (c *command) logger(cfg config.Config) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(cfg.LogLevel)) // config lets only known levels pass
	return slog.New(slog.NewJSONHandler(c.err, &slog.HandlerOptions{Level: level}))
}

func (c *command) dataFlag(cmd *cobra.Command, usage string) {
	cmd.Flags().StringVar(&c.data, "data", "", usage)
}

func (c *command) addrFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&c.addr, "addr", "", "where to listen, HOST:PORT (default 127.0.0.1:8080)")
}

func (c *command) say(format string, args ...any) { _, _ = fmt.Fprintf(c.out, format, args...) }
