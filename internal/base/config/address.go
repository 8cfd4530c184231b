package config

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"
)

// isDatabase tells whether v reads as the address of a PostgreSQL database, and says where that is: with nothing behind
// postgres:// it would be whatever the server's own variables say. The rest the server says.
func isDatabase(v string) bool {
	u, err := url.Parse(v)
	if err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql" {
		return false
	}
	rest, ok := strings.CutPrefix(v, u.Scheme+"://")
	return ok && strings.Trim(rest, "/?") != ""
}

// parseOrigin reads the address of a portal, which is a scheme, a host and perhaps a port, and returns it without the
// slash at its end.
func parseOrigin(v string) (origin string, ok bool) {
	u, err := url.Parse(v)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || !isHost(u.Hostname()) {
		return "", false
	}
	if strings.HasSuffix(u.Host, ":") || u.Port() != "" && !isPort(u.Port()) {
		return "", false
	}
	origin = u.Scheme + "://" + u.Host
	return origin, strings.EqualFold(strings.TrimSuffix(v, "/"), origin) // nothing else stood there
}

// isHost tells whether v is an IP address or may be the name of a host. What ends in a number is meant as an address.
func isHost(v string) bool {
	if _, err := netip.ParseAddr(v); err == nil {
		return true
	}
	labels := strings.Split(strings.TrimSuffix(v, "."), ".")
	for _, l := range labels {
		if l == "" || strings.ContainsFunc(l, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' }) {
			return false
		}
	}
	_, err := strconv.Atoi(labels[len(labels)-1])
	return err != nil
}

func isPort(v string) bool {
	_, err := strconv.ParseUint(v, 10, 16)
	return err == nil
}
