package web_test

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"kontor.example/internal/serve/web"
)

// Also what no handler sees is answered with the policies: rubbish, headers that are too long, and expectations.
func TestUnreadableRequestsAreAnsweredSafely(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &httptest.Server{Listener: web.Unread(l), Config: &http.Server{MaxHeaderBytes: 1 << 10, Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Connection", "close")
		_, _ = io.WriteString(w, "read")
	})}}
	s.Start()
	defer s.Close()
	for request, want := range map[string]int{
		"GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n": 400,
		"GET / HTTP/1.1\r\n\r\n":               400,
		"GET / HTTP/1.1\r\nHost: a b\r\n\r\n":  400,
		"rubbish\r\n\r\n":                      400,
		"GET / HTTP/1.1\r\nHost: x\r\nX: " + strings.Repeat("x", 9000) + "\r\n\r\n": 431,
		"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: odd\r\n\r\n":               400,
		"GET / HTTP/9.1\r\nHost: x\r\n\r\n":                                         400,
		"GET / HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n\r\n":                          417,
		"GET / HTTP/1.0\r\nExpect: tea\r\n\r\n":                                     417,
		"HEAD / HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n\r\n":                         417,
		"GET / HTTP/1.1\r\nHost: x\r\n\r\n":                                         200,
	} {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(c, request); err != nil {
			t.Fatal(err)
		}
		res, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatalf("%.40q: %v", request, err)
		}
		body, _ := io.ReadAll(res.Body)
		head := strings.HasPrefix(request, "HEAD")
		if want == 417 && !head && string(body) != "417 Expectation Failed" {
			t.Errorf("%.40q: %q", request, body)
		}
		safe := res.Header.Get("X-Content-Type-Options") == "nosniff" && strings.HasPrefix(res.Header.Get("Content-Security-Policy"), "default-src 'none'")
		if strings.HasPrefix(string(body), "5") {
			t.Errorf("%.40q: %q", request, body)
		}
		if res.StatusCode != want || safe != (want != 200) || (len(body) == 0) != head || want == 200 && string(body) != "read" { // a handler has its chain
			t.Errorf("%.40q: %d %v %q, not %d", request, res.StatusCode, res.Header, body, want)
		}
		_ = c.Close()
	}
}

// Who writes to such a connection is told how much of their own was written: all of it, whatever was added, or nothing.
func TestTheWriterCountsItsOwn(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	client, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Close() }()
	c, err := web.Unread(l).Accept()
	if err != nil {
		t.Fatal(err)
	}
	const refusal = "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request"
	if n, err := io.WriteString(c, refusal); n != len(refusal) || err != nil {
		t.Errorf("%d of %d, %v", n, len(refusal), err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if n, err := io.WriteString(c, refusal); n != 0 || err == nil {
		t.Errorf("to a closed connection: %d, %v", n, err)
	}
	if sent, err := io.ReadAll(client); err != nil || !strings.Contains(string(sent), "nosniff") {
		t.Errorf("%q, %v: nothing was added", sent, err)
	}
}
