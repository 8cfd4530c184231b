package app

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"kontor.example/internal/engine/job"
)

func newJob(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "job",
		Short: "Look at jobs that were given up, and try them again",
		Example: `  kontor job list --data /var/lib/kontor
  kontor job retry --data /var/lib/kontor 018cc251-f5f4-739e-9d3a-813ab6261fd4`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newJobList(c), newJobRetry(c))
	return cmd
}

func newJobList(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the jobs that failed too often to be tried again by themselves",
		Long: `List the jobs that failed too often to be tried again by themselves, a line each, its columns separated by tabs: id,
topic, arguments, attempts, and what went wrong the last time.`,
		Example: "  kontor job list --data /var/lib/kontor",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withJobs(cmd.Context(), func(ctx context.Context, q *job.Queue) error {
				dead, err := q.DeadList(ctx)
				if err != nil {
					return err
				}
				for _, d := range dead {
					c.say("%s\t%s\t%s\t%d attempts\t%s\n", d.ID, d.Topic, d.Args, d.Attempts, d.Problem)
				}
				return nil
			})
		},
	}
	c.dataFlag(cmd, "folder of the database")
	return cmd
}

func newJobRetry(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "retry ID",
		Short:   "Have a job that was given up tried again by the running server",
		Example: "  kontor job retry 018cc251-f5f4-739e-9d3a-813ab6261fd4",
		Args:    oneArgument("ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.withJobs(cmd.Context(), func(ctx context.Context, q *job.Queue) error { return q.Retry(ctx, args[0]) })
		},
	}
	c.dataFlag(cmd, "folder of the database")
	return cmd
}

// withJobs opens the database, which must be there, for a command about jobs.
func (c *command) withJobs(ctx context.Context, do func(context.Context, *job.Queue) error) error {
	cfg, err := c.settings()
	if err != nil {
		return err
	}
	d, err := openExisting(ctx, cfg)
	if err != nil {
		return err
	}
	defer d.Close()
	return do(ctx, job.NewQueue(d, time.Now, c.logger(cfg)))
}
