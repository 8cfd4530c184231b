package main

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"runtime"
	"runtime/pprof"
	"slices"
	"syscall"
	"time"
)

// A path is one thing that is measured: what is asked of Kontor, and of the raw handler if that can do it.
type path struct {
	name   string
	kontor asker
	raw    asker
}

// An asker asks a handler.
type asker struct {
	handler http.Handler
	request func(i int) *http.Request // the i-th one; it need not be safe for concurrent use
	status  int                       // of every answer
}

// A sink is a ResponseWriter that keeps next to nothing, so that what is measured is the handler.
type sink struct {
	header http.Header
	status int
	keep   *bytes.Buffer // nil: count only
	bytes  int
}

func newSink() *sink { return &sink{header: http.Header{}} }

func (s *sink) Header() http.Header { return s.header }

func (s *sink) WriteHeader(status int) {
	if s.status == 0 {
		s.status = status
	}
}

func (s *sink) Write(b []byte) (int, error) {
	s.WriteHeader(http.StatusOK)
	s.bytes += len(b)
	if s.keep != nil {
		s.keep.Write(b)
	}
	return len(b), nil
}

func (s *sink) reset() {
	clear(s.header)
	s.status, s.bytes = 0, 0
}

// ask sends one request and returns the answer.
func (a asker) ask(i int) (body []byte, header http.Header, err error) {
	s := newSink()
	s.keep = new(bytes.Buffer)
	r := a.request(i)
	a.handler.ServeHTTP(s, r)
	if s.status != a.status {
		return nil, nil, fmt.Errorf("%s %s: status %d, not %d: %s", r.Method, r.URL, s.status, a.status, s.keep)
	}
	return s.keep.Bytes(), s.header, nil
}

// A cost is what one request takes on average.
type cost struct {
	cpu, wall time.Duration // CPU of the whole process: user and system, its garbage collector included
	allocs    float64
	bytes     float64 // allocated
	sent      float64 // bytes of the body
}

// batch sends n requests one after the other, beginning with the from-th.
func (a asker) batch(from, n int) (cost, error) {
	requests := make([]*http.Request, n)
	for i := range requests {
		requests[i] = a.request(from + i)
	}
	s, sent := newSink(), 0
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	cpu, wall := cpuTime(), time.Now()
	for _, r := range requests {
		s.reset()
		a.handler.ServeHTTP(s, r)
		if s.status != a.status {
			return cost{}, fmt.Errorf("%s %s: status %d, not %d", r.Method, r.URL, s.status, a.status)
		}
		sent += s.bytes
	}
	c := cost{cpu: cpuTime() - cpu, wall: time.Since(wall)}
	runtime.ReadMemStats(&after)
	c.cpu /= time.Duration(n)
	c.wall /= time.Duration(n)
	c.allocs = float64(after.Mallocs-before.Mallocs) / float64(n)
	c.bytes = float64(after.TotalAlloc-before.TotalAlloc) / float64(n)
	c.sent = float64(sent) / float64(n)
	return c, nil
}

// cpuTime returns the CPU time that the process has used so far.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // it fails only for arguments that are wrong
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// A series is what the rounds of one asker cost.
type series struct {
	asker
	n    int // requests of a round
	at   int // the next request
	seen []cost
}

// newSeries finds how many requests make a round of about this length.
func newSeries(a asker, round time.Duration) (*series, error) {
	if a.handler == nil {
		return &series{}, nil
	}
	const trial = 100
	s := &series{asker: a, at: trial}
	c, err := a.batch(0, trial)
	if err != nil {
		return nil, err
	}
	s.n = max(50, int(round/max(c.cpu, time.Microsecond)))
	return s, nil
}

func (s *series) round() error {
	if s.handler == nil {
		return nil
	}
	c, err := s.batch(s.at, s.n)
	s.at += s.n
	s.seen = append(s.seen, c)
	return err
}

// median returns the middle of each figure, and the least CPU time of a round.
func (s *series) median() (mid cost, least time.Duration) {
	if len(s.seen) == 0 {
		return cost{}, 0
	}
	mid = cost{
		cpu: middle(s.seen, func(c cost) time.Duration { return c.cpu }), wall: middle(s.seen, func(c cost) time.Duration { return c.wall }),
		allocs: middle(s.seen, func(c cost) float64 { return c.allocs }), bytes: middle(s.seen, func(c cost) float64 { return c.bytes }),
		sent: middle(s.seen, func(c cost) float64 { return c.sent }),
	}
	least = mid.cpu
	for _, c := range s.seen {
		least = min(least, c.cpu)
	}
	return mid, least
}

func middle[N float64 | time.Duration](all []cost, of func(cost) N) N {
	var out []N
	for _, c := range all {
		out = append(out, of(c))
	}
	slices.Sort(out)
	return out[len(out)/2]
}

// measure runs the rounds of a path: raw, Kontor, raw, Kontor, so that a disturbance of the machine meets both.
func measure(p path, rounds int, length time.Duration) (raw, kontor *series, err error) {
	if raw, err = newSeries(p.raw, length); err != nil {
		return nil, nil, fmt.Errorf("raw: %w", err)
	}
	if kontor, err = newSeries(p.kontor, length); err != nil {
		return nil, nil, err
	}
	for range rounds {
		if err := raw.round(); err != nil {
			return nil, nil, fmt.Errorf("raw: %w", err)
		}
		if err := kontor.round(); err != nil {
			return nil, nil, err
		}
	}
	return raw, kontor, nil
}

// profile writes a CPU profile of Kontor alone on a path.
func profile(p path, length time.Duration, file string) error {
	s, err := newSeries(p.kontor, length)
	if err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	return s.round()
}
