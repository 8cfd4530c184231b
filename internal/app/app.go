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

// A usageError is a mistake on the command line. Its text names the argument or the flag, and what is allowed.
type usageError struct{ cause error }

func (e usageError) Error() string { return e.cause.Error() }

// wrongUse returns a usageError with a text as fmt.Errorf makes it.
func wrongUse(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// A settingsError lists what is wrong with the settings, a line each.
type settingsError struct{ cause error }

func (e settingsError) Error() string { return e.cause.Error() }

// Run runs the command line in args and returns the program's exit code. It reads nothing from a terminal and never
// asks. What a command answers goes to stdout; the log and what went wrong go to stderr.
func Run(ctx context.Context, args, environ []string, stdout, stderr io.Writer) int {
	root := newRoot(command{environ: environ, out: stdout, err: stderr})
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitOK
	}
	for line := range strings.Lines(err.Error()) {
		_, _ = fmt.Fprintln(stderr, "kontor:", strings.TrimRight(line, "\n"))
	}
	var settings settingsError
	var usage usageError
	switch {
	case errors.As(err, &settings):
		return exitUsage
	case errors.As(err, &usage), strings.HasPrefix(err.Error(), "unknown command"): // the latter is cobra's own
		_, _ = fmt.Fprintf(stderr, "See '%s --help'.\n", cmd.CommandPath())
		return exitUsage
	default:
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
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(newDemo(&c), newServe(&c), newMigrate(&c), newToken(&c), newJob(&c), newDoctor(&c), newConfig(&c), newVersion(&c))
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

// oneArgument accepts exactly one argument; what is what the help calls it.
func oneArgument(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return wrongUse("%s is missing", what)
		case len(args) > 1:
			return wrongUse("one %s is allowed, not %d", what, len(args))
		}
		return nil
	}
}

// settings returns what the operator set; flags win over the environment, and that over the file.
func (c *command) settings() (config.Config, error) {
	cfg, err := config.Load(c.file, c.environ, config.Flags{Addr: c.addr, Data: c.data})
	if err != nil {
		return cfg, settingsError{err}
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
