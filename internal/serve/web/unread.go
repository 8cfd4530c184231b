package web

import (
	"bytes"
	"net"
	"regexp"
	"strings"
)

// Unread returns a listener that adds the policies of every answer to those that net/http gives itself, to requests that it
// cannot read or whose expectation it cannot meet: no handler ever sees them. Where net/http blames itself, for a version or an encoding that nobody has, the
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

// unmet is what net/http says, in one piece, to a request that expects something other than 100-continue: nothing but the
// status. Of an answer to HEAD it tells no length.
var unmet = regexp.MustCompile(`^\r\nConnection: close\r\nDate: [^\r\n]*\r\n(Content-Length: 0\r\n)?\r\n$`)

const expectationFailed = "417 Expectation Failed"

// spokenLength is how long the version before the status is, HTTP/1.1 or HTTP/1.0 and a space.
const spokenLength = len("HTTP/1.1 ")

// Write writes b, and the policies below the status line if it is such an answer.
func (c unreadConn) Write(b []byte) (int, error) {
	version, status, rest, ok := refused(b)
	if !ok {
		return c.Conn.Write(b)
	}
	answer := append(bytes.Clone(version), status...)
	answer = append(answer, "\r\n"...)
	for _, p := range policies {
		answer = append(answer, p.name+": "+p.value+"\r\n"...)
	}
	if _, err := c.Conn.Write(append(answer, rest...)); err != nil {
		return 0, err
	}
	return len(b), nil
}

// refused reports whether b is such an answer, and takes it apart: the version, the status as it is to be sent, and what
// follows the policies. The status stands in the body once more.
func refused(b []byte) (version, status []byte, rest string, ok bool) {
	line, _, ok := bytes.Cut(b, []byte("\r\n"))
	if !ok || len(line) < spokenLength {
		return nil, nil, "", false
	}
	version, status = line[:spokenLength], line[spokenLength:]
	tail := b[len(line):]
	switch {
	case bytes.HasPrefix(tail, []byte(refusal)):
		rest = string(tail[2:])
		if bytes.HasPrefix(status, []byte("5")) {
			rest = strings.Replace(rest, string(status), badRequest, 1)
			status = []byte(badRequest)
		}
		return version, status, rest, true
	case string(status) == expectationFailed && unmet.Match(tail):
		rest = refusal[2:]
		if bytes.Contains(tail, []byte("Content-Length")) { // else it was HEAD
			rest += expectationFailed
		}
		return version, status, rest, true
	}
	return nil, nil, "", false
}
