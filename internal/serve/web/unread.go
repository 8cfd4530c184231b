package web

import (
	"bytes"
	"net"
)

// Unread returns a listener that adds the policies of every answer to those that net/http gives itself, to requests that it
// cannot read: no handler ever sees them. Where net/http blames itself, for a version or an encoding that nobody has, the
// answer says 400: it is the request that is wrong.
func Unread(l net.Listener) net.Listener { return unread{l} }

type unread struct{ net.Listener }

// Accept waits for the next connection.
func (l unread) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return unreadConn{c}, nil
}

type unreadConn struct{ net.Conn }

// refusal is what follows the status line of such an answer, which net/http writes at once. No other answer has these two
// headers and no more.
const refusal = "\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n"

const badRequest = "400 Bad Request"

// spoken begins the status line of such an answer; the status follows, and stands in the body once more.
const spoken = "HTTP/1.1 "

// Write writes b, and the policies below the status line if it is such an answer.
func (c unreadConn) Write(b []byte) (int, error) {
	line, _, ok := bytes.Cut(b, []byte("\r\n"))
	if !ok || !bytes.HasPrefix(b[len(line):], []byte(refusal)) {
		return c.Conn.Write(b)
	}
	status, rest := bytes.TrimPrefix(line, []byte(spoken)), b[len(line)+2:]
	if bytes.HasPrefix(status, []byte("5")) {
		rest = bytes.Replace(rest, status, []byte(badRequest), 1)
		line = []byte(spoken + badRequest)
	}
	answer := append(bytes.Clone(line), "\r\n"...)
	for _, p := range policies {
		answer = append(answer, p.name+": "+p.value+"\r\n"...)
	}
	if _, err := c.Conn.Write(append(answer, rest...)); err != nil {
		return 0, err
	}
	return len(b), nil
}
