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
	"kontor.example/internal/engine/db"
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
	out := &output{w: stdout}
	root := newRoot(command{environ: environ, out: out, err: stderr})
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		err = out.err
	}
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
	environ []string
	out     *output
	err     io.Writer

	file given // path of the TOML file
	data given // --data
	addr given // --addr
}

// An output remembers that it could not be written: whoever asked does not learn the answer, and that is a failure.
type output struct {
	w   io.Writer
	err error
}

func (o *output) Write(b []byte) (int, error) {
	n, err := o.w.Write(b)
	if err != nil && o.err == nil {
		o.err = fmt.Errorf("write to standard output: %w", err)
	}
	return n, err
}

// given is a flag that knows whether it was given: an empty value is one.
type given struct{ value *string }

func (g *given) Set(v string) error { g.value = &v; return nil }

func (g *given) String() string {
	if g.value == nil {
		return ""
	}
	return *g.value
}

// Type is what the help calls a value.
func (*given) Type() string { return "string" }

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
	root.PersistentFlags().Var(&c.file, "config", "TOML file with the settings (default: that of KONTOR_CONFIG)")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(newDemo(&c), newServe(&c), newMigrate(&c), newToken(&c), newJob(&c), newDoctor(&c), newConfig(&c), newVersion(&c))
	root.SetHelpCommand(newHelp())
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			cmd.Example = "  kontor completion bash > /etc/bash_completion.d/kontor"
			cmd.Args = cobra.ArbitraryArgs
			cmd.RunE = func(cmd *cobra.Command, args []string) error {
				if len(args) > 0 {
					return wrongUse("there is no completion for %q: bash, fish, powershell or zsh", args[0])
				}
				return cmd.Help()
			}
		}
	}
	return root
}

// newHelp is cobra's command of this name, but for that what it does not know is a mistake.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Help about a command",
		Example: "  kontor help serve",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return wrongUse("there is no command %q", strings.Join(args, " "))
			}
			return about.Help()
		},
	}
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
	file := c.fromEnviron("KONTOR_CONFIG")
	if c.file.value != nil {
		if file = *c.file.value; file == "" {
			return config.Config{}, wrongUse("--config must not be empty")
		}
	}
	cfg, err := config.Load(file, c.environ, config.Flags{Addr: c.addr.value, Data: c.data.value})
	if err := errors.Join(err, c.checkDatabase(cfg, file)); err != nil {
		return cfg, settingsError{err}
	}
	return cfg, nil
}

// checkDatabase returns a config.Problem if the driver does not understand the address of the database.
func (c *command) checkDatabase(cfg config.Config, file string) error {
	if cfg.DatabaseURL == "" {
		return nil
	}
	err := db.CheckPostgres(cfg.DatabaseURL)
	if err == nil {
		return nil
	}
	where := file
	if name := "KONTOR_DATABASE_URL"; c.fromEnviron(name) == cfg.DatabaseURL {
		where = name
	}
	return config.Problem{Key: "database_url", Where: where, Why: "is not understood: " + err.Error()}
}

func (c *command) logger(cfg config.Config) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(cfg.LogLevel)) // config lets only known levels pass
	return slog.New(slog.NewJSONHandler(c.err, &slog.HandlerOptions{Level: level}))
}

func (c *command) dataFlag(cmd *cobra.Command, usage string) {
	cmd.Flags().Var(&c.data, "data", usage)
}

func (c *command) addrFlag(cmd *cobra.Command) {
	cmd.Flags().Var(&c.addr, "addr", "where to listen, HOST:PORT (default 127.0.0.1:8080)")
}

func (c *command) say(format string, args ...any) { _, _ = fmt.Fprintf(c.out, format, args...) }
