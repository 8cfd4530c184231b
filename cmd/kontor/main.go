// Command kontor keeps a city's international relations and shows them to the public.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"kontor.example/internal/app"
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // who reads the output may go; then writing fails, and the program ends in order
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := app.Run(ctx, os.Args[1:], os.Environ(), os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
