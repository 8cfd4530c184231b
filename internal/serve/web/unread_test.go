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
