package search

import "time"

// A pace shortens the transactions of a rebuild where the machine is slow or busy: whoever wants to save meanwhile waits for
// the one that is under way.
type pace struct {
	halved int              // how often the usual sizes are halved
	now    func() time.Time // nil where nothing is to be measured: then sizes stay as they are
}

// A transaction of a rebuild should hold the writer no longer than this before it is committed; mostHalved is as small as
// sizes get.
const (
	longest    = 20 * time.Millisecond
	mostHalved = 5
)

// of returns the size of a piece that usually has n parts.
func (p *pace) of(n int) int { return max(1, n>>p.halved) }

// took learns how long the last piece took.
func (p *pace) took(d time.Duration) {
	switch {
	case d > longest:
		p.halved = min(p.halved+1, mostHalved)
	case d < longest/4:
		p.halved = max(p.halved-1, 0)
	}
}

// time has f done, and learns how long it took.
func (p *pace) time(f func() error) error {
	if p.now == nil {
		return f()
	}
	start := p.now()
	defer func() { p.took(p.now().Sub(start)) }()
	return f()
}
