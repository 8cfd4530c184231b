package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"kontor.example/internal/app"
)

// reportIdle starts the program anew, on the same database and with nothing but Kontor in it: once when its hourly job is
// due, which looks at all relations, and once when it is not.
func (o options) reportIdle(ctx context.Context) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for _, when := range []string{"hourly job due", "not due"} {
		fmt.Println("memory,", when)
		cmd := exec.CommandContext(ctx, self, "-idle", "-dir", o.dir, "-url", o.url)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return err
		}
	}
	return nil
}

// settled is how long the program rests before its memory is read: enough for the runtime to give back what it does not use.
const settled = 8 * time.Second

// printIdle opens Kontor as its command does, with its jobs and a listener, and prints how much memory the process keeps
// resident, before and after one page.
func printIdle(ctx context.Context, o options) (err error) {
	a, err := app.Open(ctx, o.config(), slog.New(slog.NewJSONHandler(io.Discard, nil)), time.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	defer app.CollectLess()()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: a.Handler, ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = srv.Serve(l) }()
	defer srv.Close()
	jobs, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() { a.Queue.Run(jobs); close(done) }()
	defer func() { stop(); <-done }()
	if err := printResident("just started"); err != nil {
		return err
	}
	began := time.Now()
	resp, err := http.Get("http://" + l.Addr().String() + "/de/")
	if err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	if err := resp.Body.Close(); err != nil {
		return err
	}
	took := time.Since(began).Milliseconds()
	return printResident(fmt.Sprintf("after the home page, which took %d ms", took))
}

// printResident lets the program rest and prints the memory that it then keeps. It collects garbage first, which the
// runtime by itself does after two minutes without work.
func printResident(when string) error {
	runtime.GC()
	time.Sleep(settled)
	all, own, err := resident()
	if err != nil {
		return err
	}
	fmt.Printf("  %s: %d MB resident, %d of them its own, the rest files\n", when, all/1000, own/1000)
	return nil
}

// resident returns the resident memory of this process in kB, and how much of that is not a copy of a file (Linux).
func resident() (all, own int, err error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, 0, err
	}
	for line := range strings.Lines(string(status)) {
		for name, to := range map[string]*int{"VmRSS:": &all, "RssAnon:": &own} {
			if rest, ok := strings.CutPrefix(line, name); ok {
				if _, err := fmt.Sscan(rest, to); err != nil {
					return 0, 0, err
				}
			}
		}
	}
	if all == 0 || own == 0 {
		return 0, 0, errors.New("the kernel does not tell resident memory")
	}
	return all, own, nil
}
