package app

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"kontor.example/internal/base/config"
	"kontor.example/internal/engine/auth"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/migrations"
)

func newMigrate(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "migrate",
		Short: "Bring the database's schema up to this program's, and load the gazetteer",
		Long: `Bring the database's schema up to this program's, and load the gazetteer. serve does the same when it starts; migrate
is for those who want it done before. A database of a newer program is refused.`,
		Example: "  kontor migrate --data /var/lib/kontor\n  KONTOR_DATABASE_URL=postgres://kontor@localhost/kontor kontor migrate",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := c.settings()
			if err != nil {
				return err
			}
			d, err := openDatabase(cmd.Context(), cfg)
			if err != nil {
				return err
			}
			defer d.Close()
			s, err := d.Schema(cmd.Context(), migrations.FS)
			if err != nil {
				return err
			}
			c.say("schema %d\n", s.Stored)
			return nil
		},
	}
	c.dataFlag(cmd, "folder of the database")
	return cmd
}

func newToken(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "token",
		Short: "Give programs access, or take it from them",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newTokenCreate(c), newTokenList(c), newTokenRevoke(c))
	return cmd
}

func newTokenCreate(c *command) *cobra.Command {
	var name, role, office string
	var days int
	cmd := &cobra.Command{
		Use:   "create",
		Short: "Make a token and print it, once",
		Long: `Make a token and print it, once: only a hash of it is kept. A viewer reads its own office, drafts and internal fields
included; an editor also changes it; an admin does everything.`,
		Example: `  kontor token create --name "website import" --role editor --office hannover --days 30`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withTokens(cmd.Context(), func(ctx context.Context, s *Stores, tokens *auth.Tokens) error {
				t := auth.Token{Name: name, Role: record.Role(role), Expires: time.Now().AddDate(0, 0, days)}
				if office != "" {
					o, err := findOffice(ctx, s, office)
					if err != nil {
						return fmt.Errorf("office %q: %w", office, err)
					}
					t.Office = o
				}
				secret, _, err := tokens.Create(ctx, t)
				if err != nil {
					return err
				}
				c.say("%s\n", secret)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&name, "name", "", "what it is for (required)")
	cmd.Flags().StringVar(&role, "role", "", "viewer, editor or admin (required)")
	cmd.Flags().StringVar(&office, "office", "", "address or id of its office; viewers and editors need one")
	cmd.Flags().IntVar(&days, "days", 90, "how long it is valid, at most 365")
	_ = cmd.MarkFlagRequired("name")
	_ = cmd.MarkFlagRequired("role")
	c.dataFlag(cmd, "folder of the database")
	return cmd
}

func newTokenList(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the tokens, without the tokens themselves",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withTokens(cmd.Context(), func(ctx context.Context, _ *Stores, tokens *auth.Tokens) error {
				all, err := tokens.List(ctx)
				if err != nil {
					return err
				}
				for _, t := range all {
					state := "valid until " + t.Expires.Format(time.DateOnly)
					if !t.Revoked.IsZero() {
						state = "revoked " + t.Revoked.Format(time.DateOnly)
					}
					c.say("%s\t%s\t%s\t%s\t%s\n", t.Prefix, t.Role, t.Office, t.Name, state)
				}
				return nil
			})
		},
	}
	c.dataFlag(cmd, "folder of the database")
	return cmd
}

func newTokenRevoke(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "revoke PREFIX",
		Short:   "Take a token back, at once",
		Example: "  kontor token revoke kontor_3fa9c",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.withTokens(cmd.Context(), func(ctx context.Context, _ *Stores, tokens *auth.Tokens) error {
				return tokens.Revoke(ctx, args[0])
			})
		},
	}
	c.dataFlag(cmd, "folder of the database")
	return cmd
}

// withTokens opens the database for a command about tokens.
func (c *command) withTokens(ctx context.Context, do func(context.Context, *Stores, *auth.Tokens) error) error {
	cfg, err := c.settings()
	if err != nil {
		return err
	}
	d, err := openDatabase(ctx, cfg)
	if err != nil {
		return err
	}
	defer d.Close()
	ctx = record.As(ctx, record.Actor{Name: "command line", Role: record.Admin})
	return do(ctx, NewStores(d, time.Now, languages()), auth.NewTokens(d, time.Now))
}

// findOffice returns the id of an office by its id or its address.
func findOffice(ctx context.Context, s *Stores, name string) (record.ID, error) {
	if id := record.ID(name); id.Valid() {
		o, err := s.Offices.Get(ctx, id)
		if err != nil {
			return "", err
		}
		return o.ID, nil
	}
	o, err := s.Offices.BySlug(ctx, record.SharedOffice, name)
	if err != nil {
		return "", err
	}
	return o.ID, nil
}

func newConfig(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Look at the settings",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	check := &cobra.Command{
		Use:     "check",
		Short:   "Name what is wrong with the settings, or print those in force",
		Example: "  kontor config check --config /etc/kontor.toml",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			cfg, err := c.settings()
			if err != nil {
				return err
			}
			c.say("addr = %q\ndata_dir = %q\ndatabase_url = %q\nbase_url = %q\nread_rate = %d\nwrite_rate = %d\nlog_level = %q\ntrust_proxy = %q\n",
				cfg.Addr, cfg.DataDir, hidePassword(cfg.DatabaseURL), cfg.BaseURL, cfg.ReadRate, cfg.WriteRate, cfg.LogLevel, cfg.TrustProxy)
			return nil
		},
	}
	cmd.AddCommand(check)
	return cmd
}

func newVersion(c *command) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print which version this is",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c.say("kontor %s\n", version())
			return nil
		},
	}
}

// version returns what the build was made from: the module's version, or the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && (v == "" || v == "(devel)") {
			v = s.Value
		}
	}
	return v
}

// buildID names this very build, for the ETags of pages: a build between two versions has the time at which its file was
// made.
func buildID() string {
	file, err := os.Executable()
	if err != nil {
		return version()
	}
	info, err := os.Stat(file)
	if err != nil {
		return version()
	}
	return version() + "-" + strconv.FormatInt(info.ModTime().UnixNano(), 36)
}

// openDatabase opens the database and brings its schema up to date.
func openDatabase(ctx context.Context, cfg config.Config) (*db.DB, error) {
	d, err := db.Open(ctx, cfg.Database())
	if err != nil {
		return nil, err
	}
	if err := prepare(ctx, d); err != nil {
		_ = d.Close()
		return nil, err
	}
	return d, nil
}

func prepare(ctx context.Context, d *db.DB) error {
	if _, err := d.Migrate(ctx, migrations.FS); err != nil {
		return err
	}
	return loadGazetteer(ctx, d)
}
