package app_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/app"
	"kontor.example/internal/base/config"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
)

// A client that stopped sending does not make a stop fail: it is cut off once the wait is over, and the log says so.
func TestACleanStopDoesNotWaitForever(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		w := newTown(t, url)
		var log bytes.Buffer
		w.Log = slog.New(slog.NewTextHandler(&log, nil))
		w.Config.Addr = "127.0.0.1:0"
		w.StopWithin = time.Millisecond
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		at := make(chan string, 1)
		ended := make(chan error, 1)
		go func() {
			ended <- w.Serve(ctx, func(addr string) error {
				at <- addr
				return nil
			})
		}()
		addr := <-at
		rubbish, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer rubbish.Close()
		_, _ = fmt.Fprint(rubbish, "GET /%zz HTTP/1.1\r\nHost: desk\r\n\r\n")
		if said, err := io.ReadAll(rubbish); err != nil || !strings.HasPrefix(string(said), "HTTP/1.1 400 ") || !strings.Contains(string(said), "nosniff") {
			t.Errorf("to rubbish it says %q, %v", said, err)
		}
		c, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		_, err = fmt.Fprintf(c, "POST /api/v1/relations HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer %s\r\n"+
			"Content-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n", w.secrets["editor"])
		if err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(c).ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") {
			t.Fatalf("the server does not read the body: %q, %v", line, err)
		}
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the end: %v", err)
		}
		if n := strings.Count(log.String(), "stopped before all requests were done"); n != 1 || strings.Contains(log.String(), "context deadline") {
			t.Errorf("the log: %s", log.String())
		}
	})
}

// Whatever is asked for, and however, the answer carries the policies, and says something.
func TestEveryAnswerOfTheServerIsSafe(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	w.Config.Addr = "127.0.0.1:0"
	ctx, stop := context.WithCancel(t.Context())
	at, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- w.Serve(ctx, func(addr string) error {
			at <- addr
			return nil
		})
	}()
	defer func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the end: %v", err)
		}
	}()
	addr := <-at
	for request, want := range map[string]int{
		"OPTIONS * HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n": 400,
		"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n":                              400,
		"GET /en HTTP/1.1\r\nHost: desk\r\nExpect: tea\r\n\r\n":         417,
		"CONNECT desk:1 HTTP/1.1\r\nHost: desk\r\n\r\n":                 400,
	} {
		c, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		_, _ = io.WriteString(c, request)
		res, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatalf("%q: %v", request, err)
		}
		body, _ := io.ReadAll(res.Body)
		if res.StatusCode != want || res.Header.Get("X-Content-Type-Options") != "nosniff" || res.Header.Get("Content-Security-Policy") == "" || len(body) == 0 {
			t.Errorf("%q: %d %v %q", request, res.StatusCode, res.Header, body)
		}
	}
}

// Of two servers on one folder the second is refused, as long as the first is open.
func TestTwoAppsDoNotShareAFolder(t *testing.T) {
	cfg := config.Default()
	cfg.DataDir = filepath.Join(t.TempDir(), "data")
	open := func() (*app.App, error) {
		return app.OpenAlone(t.Context(), cfg, slog.New(slog.NewTextHandler(io.Discard, nil)), time.Now)
	}
	first, err := open()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := open(); !errors.Is(err, db.ErrInUse) || !strings.Contains(err.Error(), cfg.DataDir) {
		t.Errorf("beside the first: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	second, err := open()
	if err != nil {
		t.Fatalf("after the first: %v", err)
	}
	if err := second.Close(); err != nil {
		t.Error(err)
	}
}

// On PostgreSQL several servers may share a database.
func TestTwoAppsShareAServer(t *testing.T) {
	cfg := config.Default()
	cfg.DatabaseURL = kontortest.Postgres(t)
	for range 2 {
		a, err := app.OpenAlone(t.Context(), cfg, slog.New(slog.NewTextHandler(io.Discard, nil)), time.Now)
		if err != nil {
			t.Fatal(err)
		}
		defer a.Close()
	}
}

// A second process is refused with 1 and the folder's name, commands run beside the first, and a killed server leaves the
// folder free.
func TestTwoProcessesDoNotShareAFolder(t *testing.T) {
	bin := build(t)
	url := kontortest.SQLite(t)
	dir := filepath.Dir(strings.TrimPrefix(url, "sqlite:"))
	first := start(t, bin, url, "serve")
	for _, command := range []string{"serve", "demo"} {
		cmd := exec.CommandContext(t.Context(), bin, command, "--data", dir, "--addr", "127.0.0.1:0")
		cmd.Env = os.Environ()
		out, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(string(out), dir) || !strings.Contains(string(out), "another server") {
			t.Errorf("a second %s: %v %s", command, err, out)
		}
	}
	for _, c := range []string{"migrate", "token create --name x --role admin", "token list", "job list"} {
		if _, stderr, code := on(t, url, strings.Fields(c)...); code != 0 {
			t.Errorf("%s beside the server: %d %s", c, code, stderr)
		}
	}
	if err := first.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = first.cmd.Wait()
	start(t, bin, url, "serve")
}

// stopper keeps what is written and calls stop once it has seen the last of the tokens.
type stopper struct {
	bytes.Buffer
	stop func()
}

func (s *stopper) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte("token other-editor ")) {
		defer s.stop()
	}
	return s.Buffer.Write(p)
}

// A demonstration that starts anew takes back the tokens of its earlier starts, and nobody else's.
func TestADemonstrationTakesItsTokensBack(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		args, environ := []string{"demo", "--addr", "127.0.0.1:0"}, []string{"KONTOR_LOG_LEVEL=error", "KONTOR_DATABASE_URL=" + url}
		if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
			args, environ = append(args, "--data", filepath.Dir(path)), environ[:1]
		}
		for range 2 {
			ctx, stop := context.WithCancel(t.Context())
			out := &stopper{stop: stop}
			var stderr bytes.Buffer
			if code := app.Run(ctx, args, environ, out, &stderr); code != 0 {
				t.Fatalf("demo: %d %s", code, stderr.String())
			}
			if _, stderr, code := on(t, url, "token", "create", "--name", "demo stand", "--role", "admin"); code != 0 {
				t.Fatalf("create: %d %s", code, stderr)
			}
		}
		list, _, _ := on(t, url, "token", "list")
		for name, want := range map[string]struct{ valid, revoked int }{
			"demo viewer": {1, 1}, "demo editor": {1, 1}, "demo admin": {1, 1}, "demo other-editor": {1, 1}, "demo stand": {2, 0},
		} {
			valid, revoked := strings.Count(list, "\t"+name+"\tvalid"), strings.Count(list, "\t"+name+"\trevoked")
			if valid != want.valid || revoked != want.revoked {
				t.Errorf("%s: %d valid, %d revoked", name, valid, revoked)
			}
		}
	})
}

// A demonstration says of a database that a newer program left what every command says of it, whoever's records it holds.
func TestADemonstrationRefusesANewerSchema(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		s := newStores(t, url)
		own := &theme.Theme{Name: i18n.Of("de", "Umwelt")}
		if err := s.Themes.Create(record.As(t.Context(), record.Actor{Name: "ada", Role: record.Admin}), own); err != nil {
			t.Fatal(err)
		}
		if err := s.Kernel.DB.Tx(t.Context(), func(tx *db.DB) error {
			_, err := tx.Exec(t.Context(), `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, $1)`, true)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		for _, command := range []string{"demo --addr 127.0.0.1:0", "token list"} {
			args := strings.Fields(command)
			if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
				args = append(args, "--data", filepath.Dir(path))
			}
			_, stderr, code := on(t, url, args...)
			if code != 1 || !strings.Contains(stderr, "stored 9999, program ") {
				t.Errorf("%s: %d %s", command, code, stderr)
			}
		}
	})
}

// Without a folder to keep it in, a demonstration leaves nothing behind; and while it is there it answers nobody before it
// has printed all, and nobody is slowed down, whatever the settings say.
func TestADemonstrationLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	ctx, stop := context.WithCancel(t.Context())
	out := &visitor{t: t, stop: stop}
	var stderr bytes.Buffer
	if code := app.Run(ctx, []string{"demo", "--addr", "127.0.0.1:0"}, []string{"KONTOR_LOG_LEVEL=error", "KONTOR_READ_RATE=1"}, out, &stderr); code != 0 {
		t.Fatalf("demo: %d %s", code, stderr.String())
	}
	if out.asked == 0 {
		t.Error("nobody asked for anything")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// A visitor reads the address that a server prints and asks there for its offices some times: once too early, to no avail,
// and again after its last words; then it has it stop.
type visitor struct {
	bytes.Buffer
	t       *testing.T
	stop    func()
	address string
	asked   int
}

func (v *visitor) Write(p []byte) (int, error) {
	if _, address, found := strings.Cut(string(p), "listens on "); found {
		v.address = strings.TrimSpace(address)
		early := http.Client{Timeout: 300 * time.Millisecond}
		if got, err := early.Get(v.address + "readyz"); err == nil {
			_ = got.Body.Close()
			v.t.Errorf("/readyz says %d before the tokens are printed", got.StatusCode)
		}
	}
	if bytes.Contains(p, []byte("token other-editor ")) {
		go v.visit()
	}
	return v.Buffer.Write(p)
}

func (v *visitor) visit() {
	defer v.stop()
	for range 3 {
		got, err := http.Get(v.address + "api/v1/offices")
		if err != nil {
			v.t.Error(err)
			break
		}
		_ = got.Body.Close()
		if v.asked++; got.StatusCode != http.StatusOK {
			v.t.Errorf("request %d: %d", v.asked, got.StatusCode)
		}
	}
}

// Who finds a server ready finds all records, before any job was done.
func TestAServerThatIsReadyFindsAllRecords(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		w := newTown(t, url)
		w.Config.Addr = "127.0.0.1:0"
		found := func() (totals []int) {
			for _, kind := range []string{"relation", "place", "project", "fact", "organisation"} { // bare places follow
				totals = append(totals, w.find("visitor", "Hannover", "kind", kind).Total)
			}
			return totals
		}
		ctx, stop := context.WithCancel(t.Context())
		err := w.Serve(ctx, func(string) error {
			defer stop()
			first := found()
			w.settle()
			if last := found(); slices.Contains(first, 0) || !slices.Equal(first, last) {
				t.Errorf("found %v, and with all jobs done %v", first, last)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}

// A server that cannot fill its index is not ready, and gives its address back.
func TestAServerWithoutAnIndexIsNotReady(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w.Config.Addr = free.Addr().String()
	if err := free.Close(); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := w.Serve(ctx, func(string) error { t.Error("it says that it is ready"); return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
	again, err := net.Listen("tcp", w.Config.Addr)
	if err != nil {
		t.Fatalf("its address is still taken: %v", err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

// While a server runs, what is written is found without anybody's help, and what is withdrawn no longer is.
func TestARunningServerFindsWhatIsWritten(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		w := newSearchTown(t, url)
		w.Config.Addr = "127.0.0.1:0"
		ctx, stop := context.WithCancel(t.Context())
		at, ended := make(chan string, 1), make(chan error, 1)
		go func() {
			ended <- w.Serve(ctx, func(addr string) error {
				at <- addr
				return nil
			})
		}()
		<-at
		written := time.Now()
		created := w.do("editor", "POST", "/api/v1/relations", `{"title":{"de":"Freundschaft mit Zwetschgenhausen"},"form":"contact",
			"own_side":"city","state":"published","sides":[{"party":{"geonames":3088171}}]}`)
		w.expect(201, created)
		until := func(want int) {
			t.Helper()
			for w.find("visitor", "Zwetschgenhausen").Total != want {
				if time.Since(written) > time.Minute { // it bounds a search that never follows; nothing is measured against it
					t.Fatalf("not found %d times", want)
				}
				time.Sleep(5 * time.Millisecond)
			}
		}
		until(1)
		t.Logf("found after %v", time.Since(written))
		w.expect(204, w.do("editor", "DELETE", created.Header().Get("Location"), "", "If-Match", created.Header().Get("ETag")))
		until(0)
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}
