package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/job"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/locales"
)

func newDoctor(c *command) *cobra.Command {
	repair := false
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Look whether what is stored fits together, and repair what can be made anew",
		Long: `Look whether what is stored fits together, a line for each thing looked at, and end with exit code 1 if something is
wrong. The parts that each record carries are compared with the tables in which they stand, and the index of the search with
all records, word by word. Nothing is changed unless --repair says so, and then only what can be made anew: parts that
differ are packed again, and the index is built again, whether or not something was found. The server may run meanwhile:
doctor looks at one moment, and waits some seconds for one at which no change is on its way. A database of an older program is
first brought up to date, as by a server that starts.`,
		Example: "  kontor doctor --data /var/lib/kontor\n  kontor doctor --data /var/lib/kontor --repair",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.doctor(cmd.Context(), repair)
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, "make anew what can be made anew")
	c.dataFlag(cmd, "folder of the database")
	return cmd
}

// errWrong is how doctor ends when it found something that is still wrong.
var errWrong = errors.New("something is wrong: see above")

func (c *command) doctor(ctx context.Context, repair bool) error {
	cfg, err := c.settings()
	if err != nil {
		return err
	}
	d, err := openExisting(ctx, cfg)
	if err != nil {
		return err
	}
	defer d.Close()
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		return err
	}
	s := NewStores(d, time.Now, languages())
	x := newSearch(d, s, words)
	x.Rest = 10 * time.Millisecond // in which a server beside gets to write
	ctx = record.As(ctx, record.Actor{Name: "doctor", Role: record.Admin})
	same, err := c.examineParts(ctx, s, repair)
	if err != nil {
		return err
	}
	whole, err := c.examineSearch(ctx, x)
	if err != nil || same && whole && !repair {
		return err
	}
	if !repair {
		c.say("kontor doctor --repair makes it anew.\n")
		return errWrong
	}
	q := job.NewQueue(d, time.Now, c.logger(cfg))
	if err := q.Instead(ctx, roundSearch, x.Rebuild); err != nil {
		return err
	}
	c.say("search: the index was built anew.\n")
	if whole, err = c.examineSearch(ctx, x); err == nil && !whole {
		err = errWrong
	}
	return err
}

// examineParts compares the parts that records carry with their tables and says how many differ; same is false if some still
// do.
func (c *command) examineParts(ctx context.Context, s *Stores, repair bool) (same bool, err error) {
	differ, err := copies(ctx, s, repair)
	switch {
	case err != nil:
		return false, err
	case differ == 0:
		c.say("parts: what the records carry and the tables agree.\n")
	case repair:
		c.say("parts: %s carried other parts than the tables have, and were packed anew.\n", counted(differ, "record"))
	default:
		c.say("parts: wrong: %s other parts than the tables have.\n", carry(differ))
	}
	return differ == 0 || repair, nil
}

func carry(n int) string {
	if n == 1 {
		return "1 record carries"
	}
	return fmt.Sprintf("%d records carry", n)
}

// examineSearch compares the index of the search with the records and says what it found; whole is false if a rebuild is
// called for.
func (c *command) examineSearch(ctx context.Context, x *search.Index) (whole bool, err error) {
	var jobs job.Tally
	r, err := x.Check(ctx, func(ctx context.Context, d *db.DB) (settled bool, err error) {
		jobs, err = searchJobs(ctx, d)
		return jobs.Waiting == 0, err
	})
	if err != nil {
		return false, err
	}
	if r.Unbuilt {
		c.say("search: the index is not built yet; a server does so when it starts.\n")
		return true, nil
	}
	if r.Documents > 0 || len(r.Problems) == 0 { // else it cannot be read
		c.say("search: %s in the index, %d of them new or renamed since it was built.\n", counted(r.Documents, "document"), r.Young)
	}
	for _, p := range r.Problems {
		c.say("search: wrong: %s.\n", p)
	}
	if r.Building {
		c.say("search: a rebuild is under way, or was broken off; then a running server begins another one within minutes.\n")
	}
	if jobs.Waiting > 0 {
		c.say("search: %s not yet taken up; a running server does so within a second.\n", isAre(jobs.Waiting, "change"))
	}
	if jobs.Dead > 0 {
		c.say("search: %s given up; 'kontor job list' says why. A rebuild takes up what they left.\n", isAre(jobs.Dead, "job"))
	}
	if len(r.Problems) == 0 {
		c.say("search: the index and the records agree.\n")
	}
	return len(r.Problems) == 0, nil
}

// searchJobs counts the jobs of the search.
func searchJobs(ctx context.Context, d *db.DB) (all job.Tally, err error) {
	topics, err := job.Tallies(ctx, d)
	for topic, t := range topics {
		if strings.HasPrefix(topic, "search.") {
			all.Waiting, all.Dead = all.Waiting+t.Waiting, all.Dead+t.Dead
		}
	}
	return all, err
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func isAre(n int, what string) string {
	if n == 1 {
		return "1 " + what + " is"
	}
	return fmt.Sprintf("%d %ss are", n, what)
}
