package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kontor.example/internal/base/config"
	"kontor.example/internal/base/fault"
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
		Example: `  kontor token create --data /var/lib/kontor --name "web desk" --role admin
  kontor token list --data /var/lib/kontor
  kontor token revoke --data /var/lib/kontor kontor_3fa9c`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newTokenCreate(c), newTokenList(c), newTokenRevoke(c))
	return cmd
}

func newTokenCreate(c *command) *cobra.Command {
	o := tokenOrder{days: 90}
	cmd := &cobra.Command{
		Use:   "create",
		Short: "Make a token and print it, once",
		Long: `Make a token and print it, once: only a hash of it is kept. A viewer reads its own office, drafts and internal fields
included; an editor also changes it; an admin does everything.`,
		Example: `  kontor token create --name "website import" --role editor --office hannover --days 30`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := o.check(); err != nil {
				return err
			}
			return c.withTokens(cmd.Context(), openDatabase, func(ctx context.Context, s *Stores, tokens *auth.Tokens) error {
				secret, err := o.fill(ctx, s, tokens)
				if err != nil {
					return err
				}
				c.say("%s\n", secret)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&o.name, "name", "", "what it is for (required)")
	cmd.Flags().StringVar(&o.role, "role", "", "viewer, editor or admin (required)")
	cmd.Flags().StringVar(&o.office, "office", "", "address or id of its office; viewers and editors need one")
	cmd.Flags().Var(&o.days, "days", "how long it is valid, 1 to 365")
	c.dataFlag(cmd, "folder of the database")
	return cmd
}

func newTokenList(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the tokens, without the tokens themselves",
		Long: `List the tokens, without the tokens themselves, a line each, its columns separated by tabs: how it begins, role,
address of the office, name, and how long it is valid.`,
		Example: "  kontor token list --data /var/lib/kontor",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withTokens(cmd.Context(), openExisting, func(ctx context.Context, s *Stores, tokens *auth.Tokens) error {
				all, err := tokens.List(ctx)
				if err != nil {
					return err
				}
				for _, t := range all {
					office, err := officeAddress(ctx, s, t.Office)
					if err != nil {
						return err
					}
					state := "valid until " + t.Expires.Format(time.DateOnly)
					if !t.Revoked.IsZero() {
						state = "revoked " + t.Revoked.Format(time.DateOnly)
					}
					c.say("%s\t%s\t%s\t%s\t%s\n", t.Prefix, t.Role, office, t.Name, state)
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
		Long:    "Take a token back, at once, by its beginning as token list shows it, or by more of it, or the whole.",
		Example: "  kontor token revoke kontor_3fa9c",
		Args:    oneArgument("PREFIX"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args[0]) < auth.PrefixLength {
				return wrongUse("PREFIX %q is too short: at least the %d signs that kontor token list shows are needed", args[0], auth.PrefixLength)
			}
			return c.withTokens(cmd.Context(), openExisting, func(ctx context.Context, _ *Stores, tokens *auth.Tokens) error {
				switch err := tokens.Revoke(ctx, args[0]); {
				case errors.Is(err, fault.NotFound):
					return errors.New("there is no such token: kontor token list shows how they begin")
				case errors.Is(err, fault.Conflict):
					return fmt.Errorf("several tokens begin with %q: the whole token says which", args[0][:auth.PrefixLength])
				default:
					return err
				}
			})
		},
	}
	c.dataFlag(cmd, "folder of the database")
	return cmd
}

// withTokens opens the database, by openDatabase or by openExisting, for a command about tokens.
func (c *command) withTokens(
	ctx context.Context,
	open func(context.Context, config.Config) (*db.DB, error),
	do func(context.Context, *Stores, *auth.Tokens) error,
) error {
	cfg, err := c.settings()
	if err != nil {
		return err
	}
	d, err := open(ctx, cfg)
	if err != nil {
		return err
	}
	defer d.Close()
	ctx = record.As(ctx, record.Actor{Name: "command line", Role: record.Admin})
	return do(ctx, NewStores(d, time.Now, languages()), auth.NewTokens(d, time.Now))
}

// A tokenOrder is what the command line says of a token that is to be made.
type tokenOrder struct {
	name, role, office string
	days               lifetime
}

// check reports all that is wrong with the flags, in one line.
func (o tokenOrder) check() error {
	var wrong []string
	if strings.TrimSpace(o.name) == "" {
		wrong = append(wrong, "--name is missing: say what the token is for")
	}
	roles := []record.Role{record.Viewer, record.Editor, record.Admin}
	switch {
	case o.role == "":
		wrong = append(wrong, "--role is missing: viewer, editor or admin")
	case !slices.Contains(roles, record.Role(o.role)):
		wrong = append(wrong, fmt.Sprintf("--role %q is not known: viewer, editor or admin", o.role))
	case o.office == "" && record.Role(o.role) != record.Admin:
		wrong = append(wrong, fmt.Sprintf("--office is missing: the role %s is for one office, name its address or id", o.role))
	}
	if len(wrong) > 0 {
		return wrongUse("%s", strings.Join(wrong, "; "))
	}
	return nil
}

// fill makes the token and returns its secret.
func (o tokenOrder) fill(ctx context.Context, s *Stores, tokens *auth.Tokens) (secret string, err error) {
	t := auth.Token{Name: o.name, Role: record.Role(o.role), Expires: time.Now().AddDate(0, 0, int(o.days))}
	if o.office != "" {
		if t.Office, err = findOffice(ctx, s, o.office); err != nil {
			return "", err
		}
	}
	secret, _, err = tokens.Create(ctx, t)
	var inv fault.Invalid
	if errors.As(err, &inv) {
		if _, ok := inv["office"]; ok { // it is there, but trashed
			return "", noOffice(o.office)
		}
		if p, ok := inv["name"]; ok && p.Key == "bad_value" {
			return "", wrongUse("--name must be one line of visible text")
		} else if ok {
			return "", wrongUse("--name is too long: %s bytes at most", p.Value)
		}
	}
	return secret, err
}

// findOffice returns the id of an office by its id or its address.
func findOffice(ctx context.Context, s *Stores, name string) (record.ID, error) {
	get := func() (record.ID, error) {
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
	id, err := get()
	if errors.Is(err, fault.NotFound) {
		return "", noOffice(name)
	}
	return id, err
}

func noOffice(name string) error { return fmt.Errorf("there is no office %q", name) }

// officeAddress returns the address of an office, such as hannover; "-" for none, and the id of one that has no address.
func officeAddress(ctx context.Context, s *Stores, id record.ID) (string, error) {
	if id == "" {
		return "-", nil
	}
	o, err := s.Offices.Get(ctx, id)
	if errors.Is(err, fault.NotFound) {
		return string(id), nil
	}
	if err != nil {
		return "", err
	}
	langs := languages()
	if address, _ := o.Slug.In(langs[0], langs[1:]...); address != "" {
		return address, nil
	}
	return string(id), nil
}

// lifetime is the flag for how many days a token is valid.
type lifetime int

const mostDays = 365

func (d *lifetime) Set(v string) error {
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 || n > mostDays {
		return fmt.Errorf("must be a whole number from 1 to %d", mostDays)
	}
	*d = lifetime(n)
	return nil
}

func (d *lifetime) String() string { return strconv.Itoa(int(*d)) }

// Type is what the help calls a value.
func (*lifetime) Type() string { return "int" }

func newConfig(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Look at the settings",
		Example: `  kontor config check
  kontor config check --config /etc/kontor/kontor.toml`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	check := &cobra.Command{
		Use:     "check",
		Short:   "Name what is wrong with the settings, or print those in force",
		Example: "  kontor config check --config /etc/kontor/kontor.toml",
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
		Use:     "version",
		Short:   "Print which version this is",
		Example: "  kontor version",
		Args:    cobra.NoArgs,
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
