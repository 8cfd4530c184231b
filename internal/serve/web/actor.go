package web

import (
	"context"
	"crypto/sha256"
	"fmt"
	"net/http"
	"strings"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/record"
)

// identify returns r with its actor, and takes the request out of the bucket of the client: of its address if it comes
// without a valid token, of its token if it changes something. Whoever tries tokens has a bucket for that, which is looked
// at before the token is: visitors at the same address do not lock out the programs there.
func (c *chain) identify(r *http.Request) (*http.Request, error) {
	if !c.at(r.URL.Path).Tokens {
		return r, c.readOnce(r)
	}
	secret, sent, err := bearer(r)
	if err != nil || !sent {
		if busy := c.readOnce(r); busy != nil {
			return r, busy
		}
		return r, err
	}
	client := clientOf(r, c.Proxy)
	if busy := c.tries.empty(client, c.Now()); busy != nil {
		return r, busy
	}
	ctx, cancel := context.WithTimeout(r.Context(), statementTimeout)
	defer cancel()
	a, err := c.Actor(ctx, secret)
	if err != nil {
		_ = c.tries.take(client, c.Now())
		if busy := c.readOnce(r); busy != nil {
			return r, busy
		}
		return r, fmt.Errorf("token: %w", err)
	}
	if changes(r.Method) {
		if err := c.writes.take(sha256.Sum256([]byte(secret)), c.Now()); err != nil {
			return r, err
		}
	}
	a.Request = record.ActorOf(r.Context()).Request
	return r.WithContext(record.As(r.Context(), a)), nil
}

func changes(method string) bool {
	return method != http.MethodGet && method != http.MethodHead && method != http.MethodOptions
}

// readOnce takes a request without a token out of the bucket of its address. What pages load is free: one page is one
// request.
func (c *chain) readOnce(r *http.Request) error {
	if c.Limits.Reads == 0 || strings.HasPrefix(r.URL.Path, AssetPath) || probe(r.URL.Path) {
		return nil
	}
	return c.reads.take(clientOf(r, c.Proxy), c.Now())
}

// probe reports whether an address is one of those by which machines watch the program.
func probe(path string) bool { return path == "/healthz" || path == "/readyz" }

// bearer returns the token that a request sends. It returns fault.Unauthenticated for another scheme than Bearer, and
// fault.BadRequest for more than one Authorization.
func bearer(r *http.Request) (secret string, sent bool, err error) {
	switch values := r.Header.Values("Authorization"); len(values) {
	case 0:
		return "", false, nil
	case 1:
		scheme, secret, _ := strings.Cut(values[0], " ")
		if !strings.EqualFold(scheme, "Bearer") {
			return "", true, fmt.Errorf("authorization other than Bearer: %w", fault.Unauthenticated)
		}
		return strings.TrimSpace(secret), true, nil
	default:
		return "", true, fmt.Errorf("several Authorization headers: %w", fault.BadRequest)
	}
}
