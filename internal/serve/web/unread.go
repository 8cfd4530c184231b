package web

import (
	"bytes"
	"net"
)

// Unread returns a listener that adds the policies of every answer to those that net/http gives itself, to requests that it
// cannot read: no handler ever sees them.
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

// Write writes b, and the policies below the status line if it is such an answer.
func (c unreadConn) Write(b []byte) (int, error) {
	line, _, ok := bytes.Cut(b, []byte("\r\n"))
	if !ok || !bytes.HasPrefix(b[len(line):], []byte(refusal)) {
		return c.Conn.Write(b)
	}
	answer := append(bytes.Clone(line), "\r\n"...)
	for _, p := range policies {
		answer = append(answer, p.name+": "+p.value+"\r\n"...)
	}
	if _, err := c.Conn.Write(append(answer, b[len(line)+2:]...)); err != nil {
		return 0, err
	}
	return len(b), nil
}
