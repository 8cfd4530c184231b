package app_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
)

// A process is a running kontor.
type process struct {
	cmd   *exec.Cmd
	base  string // http://HOST:PORT
	token string // of an editor, if it is a demo
}

// build makes the program once for a test.
func build(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "kontor")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", bin, "kontor.example/cmd/kontor").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return bin
}

// start runs the program on the database at url and returns once it says where it listens.
func start(t *testing.T, bin, url string, args ...string) *process {
	t.Helper()
	cmd := exec.Command(bin, append(args, "--addr", "127.0.0.1:0")...)
	cmd.Env = append(os.Environ(), "KONTOR_READ_RATE=0", "KONTOR_WRITE_RATE=0", "KONTOR_LOG_LEVEL=error")
	if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
		cmd.Args = append(cmd.Args, "--data", filepath.Dir(path))
	} else {
		cmd.Env = append(cmd.Env, "KONTOR_DATABASE_URL="+url)
	}
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	p := &process{cmd: cmd}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, at, ok := strings.Cut(lines.Text(), "listens on "); ok {
			p.base = strings.TrimSuffix(at, "/")
			if args[0] != "demo" {
				break
			}
		}
		if secret, ok := strings.CutPrefix(lines.Text(), "token editor "); ok {
			p.token = secret
		}
		if strings.HasPrefix(lines.Text(), "token other-editor ") {
			break
		}
	}
	if p.base == "" {
		t.Fatalf("kontor did not start: %s", problems.String())
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return p
}

// create posts a relation and returns its id if the answer says that it is stored.
func (p *process) create(ctx context.Context, title string) (string, error) {
	body := fmt.Sprintf(`{"title":{"de":%q},"form":"contact","own_side":"city","state":"published",
		"sides":[{"party":{"kind":"place","geonames":3088171}}]}`, title)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.base+"/api/v1/relations", strings.NewReader(body))
	if err != nil {
		return "", err
	}
	req.Header.Set("Authorization", "Bearer "+p.token)
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	answer, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusCreated {
		return "", fmt.Errorf("%d: %s %w", res.StatusCode, answer, err)
	}
	var r struct{ ID string }
	return r.ID, json.Unmarshal(answer, &r)
}

// Told to stop, Kontor takes no new requests, finishes the one under way, and ends well.
func TestACleanStopFinishesWhatIsUnderWay(t *testing.T) {
	bin := build(t)
	kontortest.Each(t, func(t *testing.T, url string) {
		p := start(t, bin, url, "demo")
		underWay := make(chan struct{}) // the server says 100 Continue once it reads the body
		ctx := httptrace.WithClientTrace(t.Context(), &httptrace.ClientTrace{Got100Continue: func() { close(underWay) }})
		body, rest := io.Pipe()
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.base+"/api/v1/relations", body)
		if err != nil {
			t.Fatal(err)
		}
		for name, value := range map[string]string{"Authorization": "Bearer " + p.token, "Content-Type": "application/json", "Expect": "100-continue"} {
			req.Header.Set(name, value)
		}
		status := make(chan int, 1)
		go func() {
			client := http.Client{Transport: &http.Transport{ExpectContinueTimeout: time.Minute}}
			res, err := client.Do(req)
			if err != nil {
				t.Errorf("the request under way: %v", err)
				status <- 0
				return
			}
			_ = res.Body.Close()
			status <- res.StatusCode
		}()
		<-underWay
		if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		for open := true; open; { // until no new connection is taken
			c, err := net.Dial("tcp", strings.TrimPrefix(p.base, "http://"))
			if open = err == nil; open {
				_ = c.Close()
			}
		}
		_, err = io.WriteString(rest, `{"title":{"de":"Unterwegs"},"form":"contact","own_side":"city",
			"sides":[{"party":{"kind":"place","geonames":3088171}}]}`)
		if err != nil {
			t.Error(err)
		}
		_ = rest.Close()
		if got := <-status; got != http.StatusCreated {
			t.Errorf("the request under way: %d", got)
		}
		if err := p.cmd.Wait(); err != nil {
			t.Errorf("the end: %v", err)
		}
	})
}

// Killed in the middle of writing, time and again, Kontor keeps every write that it acknowledged, and none without its
// line in the audit. What was acknowledged is remembered here, outside of the process.
func TestKilledKontorLosesNothing(t *testing.T) {
	cycles := 20
	if testing.Short() {
		cycles = 3
	}
	bin := build(t)
	kontortest.Each(t, func(t *testing.T, url string) {
		var mu sync.Mutex
		acknowledged := map[string]bool{}
		for cycle := range cycles {
			p := start(t, bin, url, "demo")
			ctx, stop := context.WithCancel(t.Context())
			var writers sync.WaitGroup
			var once sync.Once
			writing := make(chan struct{})
			for n := range 4 {
				writers.Go(func() {
					for i := 0; ctx.Err() == nil; i++ {
						id, err := p.create(ctx, fmt.Sprintf("Zyklus %d %d %d", cycle, n, i))
						if err != nil {
							return
						}
						mu.Lock()
						acknowledged[id] = true
						mu.Unlock()
						once.Do(func() { close(writing) })
					}
				})
			}
			select { // a program that has just started may take longer for its first write than it has
			case <-writing:
			case <-time.After(10 * time.Second):
			}
			time.Sleep(time.Duration(60+cycle*13%90) * time.Millisecond)
			if err := p.cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = p.cmd.Wait()
			stop()
			writers.Wait()
		}
		if len(acknowledged) < cycles {
			t.Fatalf("only %d writes were acknowledged in %d cycles", len(acknowledged), cycles)
		}
		checkAfterCrash(t, url, acknowledged)
	})
}

func checkAfterCrash(t *testing.T, url string, acknowledged map[string]bool) {
	t.Helper()
	d, err := db.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	ids, err := db.Collect(t.Context(), d, func(id *string) []any { return []any{id} }, `SELECT id FROM relation`)
	if err != nil {
		t.Fatal(err)
	}
	stored := map[string]bool{}
	for _, id := range ids {
		stored[id] = true
	}
	for id := range acknowledged {
		if !stored[id] {
			t.Errorf("acknowledged relation %s is lost", id)
		}
	}
	for what, q := range map[string]string{
		"records without their audit":   `SELECT COUNT(*) FROM record r WHERE r.id <> '00000000-0000-7000-8000-000000000000' AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.record = r.id)`,
		"audit without its record":      `SELECT COUNT(*) FROM audit a WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.id = a.record)`,
		"relations without their sides": `SELECT COUNT(*) FROM relation r WHERE NOT EXISTS (SELECT 1 FROM relation_sides s WHERE s.parent = r.id)`,
		"relations not in the register": `SELECT COUNT(*) FROM relation t WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.id = t.id)`,
	} {
		var n int
		if err := d.Row(t.Context(), []any{&n}, q); err != nil {
			t.Fatal(err)
		}
		if n != 0 {
			t.Errorf("%d %s", n, what)
		}
	}
	offices, err := db.Collect(t.Context(), d, func(id *record.ID) []any { return []any{id} }, `SELECT office FROM office_head`)
	if err != nil {
		t.Fatal(err)
	}
	for _, office := range offices {
		if _, err := record.VerifyAudit(t.Context(), d, office, 0); err != nil {
			t.Error(err)
		}
	}
	if strings.HasPrefix(url, "sqlite:") {
		var whole string
		if err := d.Row(t.Context(), []any{&whole}, `PRAGMA integrity_check`); err != nil || whole != "ok" {
			t.Errorf("integrity check: %s, %v", whole, err)
		}
	}
}
