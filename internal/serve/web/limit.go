package web

import (
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"kontor.example/internal/base/fault"
)

// Limits bounds how often one client asks, per minute. 0 is no limit.
type Limits struct {
	Reads  int // requests without a token, per address
	Writes int // changes, per token
}

// buckets gives each client a bucket of one minute's requests, which refills evenly over a minute.
type buckets[K comparable] struct {
	perMinute int

	mu       sync.Mutex
	now, old map[K]*rate.Limiter
}

// mostBuckets bounds what is remembered. When so many clients came, those who did not come since are forgotten in time:
// who comes twice as the others do keeps the bucket.
const mostBuckets = 20_000

func newBuckets[K comparable](perMinute int) *buckets[K] {
	return &buckets[K]{perMinute: perMinute, now: map[K]*rate.Limiter{}}
}

// take takes one request out of a client's bucket. It returns a fault.TooMany if the bucket is empty.
func (b *buckets[K]) take(client K, at time.Time) error {
	if b.perMinute <= 0 {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	turn := b.of(client).ReserveN(at, 1)
	if wait := turn.DelayFrom(at); wait > 0 {
		turn.CancelAt(at)
		return fault.TooMany{RetryAfter: wait}
	}
	return nil
}

// empty returns a fault.TooMany if a client's bucket is empty, and takes nothing out of it.
func (b *buckets[K]) empty(client K, at time.Time) error {
	if b.perMinute <= 0 {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	turn := b.of(client).ReserveN(at, 1)
	defer turn.CancelAt(at)
	if wait := turn.DelayFrom(at); wait > 0 {
		return fault.TooMany{RetryAfter: wait}
	}
	return nil
}

func (b *buckets[K]) of(client K) *rate.Limiter {
	if l, ok := b.now[client]; ok {
		return l
	}
	l, ok := b.old[client]
	if !ok {
		l = rate.NewLimiter(rate.Limit(float64(b.perMinute)/time.Minute.Seconds()), b.perMinute)
	}
	if len(b.now) >= mostBuckets/2 {
		b.now, b.old = map[K]*rate.Limiter{}, b.now
	}
	b.now[client] = l
	return l
}

// clientOf returns the address from which a request comes. Behind a proxy that is trusted it is the last address in
// X-Forwarded-For that is not a trusted one's. Of IPv6 it keeps the network of 64 bits: that is one client.
func clientOf(r *http.Request, trusted netip.Prefix) netip.Addr {
	remote, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	client := remote.Addr().Unmap()
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && trusted.Contains(client); i-- {
		hop, ok := parseHop(strings.TrimSpace(hops[i]))
		if !ok {
			break
		}
		client = hop.Unmap().WithZone("")
	}
	if client.Is6() {
		network, _ := client.WithZone("").Prefix(64) // 64 bits fit into every IPv6 address
		return network.Addr()
	}
	return client
}

// parseHop reads an address in X-Forwarded-For; some proxies add the port.
func parseHop(s string) (netip.Addr, bool) {
	if at, err := netip.ParseAddrPort(s); err == nil {
		return at.Addr(), true
	}
	hop, err := netip.ParseAddr(strings.Trim(s, "[]"))
	return hop, err == nil
}
