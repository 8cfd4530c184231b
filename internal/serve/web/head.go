package web

import "net/http"

// policies are the headers that every answer carries, whatever it is: scripts, styles and pictures come from here alone
// and never from within a page, nobody frames a page, and browsers keep to HTTPS once they came by it.
var policies = [...]struct{ name, value string }{
	{"Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
		"font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
	{"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "same-origin"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Permissions-Policy", "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), " +
		"gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), " +
		"screen-wake-lock=(), usb=(), xr-spatial-tracking=()"},
}

func setPolicies(h http.Header) {
	values := make([]string, len(policies)) // one array for all, since every request pays for it
	for i, p := range policies {
		values[i] = p.value
		h[p.name] = values[i : i+1 : i+1]
	}
}

// ofContent are the headers that describe a body; an error that comes after they were set has another one.
var ofContent = [...]string{
	"Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length",
	"Content-Location", "Content-Type", "Etag", "Last-Modified", "Link", "Location",
}

func unsetContent(h http.Header) {
	for _, name := range ofContent {
		delete(h, name)
	}
}
