package app_test

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"kontor.example/internal/app"
	"kontor.example/internal/kontortest"
)

// stocked runs the tests and takes away what they were stocked with.
type stocked struct{ *testing.M }

func (s stocked) Run() int { return kontortest.RunStocked(s.M) }

// The test binary is kontor itself when a script calls it.
func TestMain(m *testing.M) {
	testscript.Main(stocked{m}, map[string]func(){
		"kontor": func() {
			os.Exit(app.Run(context.Background(), os.Args[1:], os.Environ(), os.Stdout, os.Stderr))
		},
	})
}

func TestCommandLine(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script"})
}
