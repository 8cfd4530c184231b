package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/serve/web"
)

// readJSON returns the body of r: one JSON object in UTF-8, in which no name stands twice. It returns fault.MediaType if
// the body is of none of these types or compressed, fault.TooLarge if it is longer than web.MaxBody, fault.TooSlow if it
// did not arrive in time, fault.BadRequest if it is not JSON, and a fault.Invalid naming each member that stands twice.
func readJSON(r *http.Request, types ...string) ([]byte, error) {
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset, named := params["charset"]
	if err != nil || !slices.Contains(types, kind) || named && !strings.EqualFold(charset, "utf-8") {
		return nil, fmt.Errorf("content type %q: %w", r.Header.Get("Content-Type"), fault.MediaType)
	}
	if coding := r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, fmt.Errorf("content encoding %q: %w", coding, fault.MediaType)
	}
	if r.ContentLength > web.MaxBody {
		return nil, fmt.Errorf("body of %d bytes: %w", r.ContentLength, fault.TooLarge)
	}
	body, err := io.ReadAll(r.Body)
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		return nil, fmt.Errorf("body: %w", fault.TooLarge)
	case errors.Is(err, fault.TooSlow):
		return nil, err
	case err != nil: // the client broke off
		return nil, fmt.Errorf("body: %w: %w", fault.BadRequest, err)
	}
	return body, soundJSON(body)
}

// errNotJSON answers 400 and names the body as a whole.
var errNotJSON = fmt.Errorf("%w: %w", fault.BadRequest, fault.Invalid{"": {Key: "bad_json"}})

// deepest is how deep objects and lists may lie in one another. Records need four.
const deepest = 32

func soundJSON(body []byte) error {
	if !utf8.Valid(body) || !json.Valid(body) || halfCharacter(body) || !bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("{")) {
		return errNotJSON
	}
	s := scanner{json.NewDecoder(bytes.NewReader(body)), fault.Invalid{}}
	s.in.UseNumber()
	if !s.value("", 0) {
		return errNotJSON
	}
	return s.twice.Err()
}

// halfCharacter reports whether valid JSON escapes half of a UTF-16 pair, such as "\ud83d" alone: decoders put a question
// mark in its place, which is not what was sent.
func halfCharacter(body []byte) bool {
	for i := 0; i < len(body); i++ {
		if body[i] != '\\' {
			continue
		}
		i++
		if body[i] != 'u' {
			continue
		}
		first := codeUnit(body[i+1:])
		i += 4
		if !utf16.IsSurrogate(first) {
			continue
		}
		rest, ok := bytes.CutPrefix(body[i+1:], []byte(`\u`))
		if !ok || utf16.DecodeRune(first, codeUnit(rest)) == utf8.RuneError {
			return true
		}
		i += 6
	}
	return false
}

// codeUnit reads the four hexadecimal digits at the beginning of b.
func codeUnit(b []byte) rune {
	n, _ := strconv.ParseInt(string(b[:4]), 16, 32) // valid JSON has them
	return rune(n)
}

// A scanner looks for names that stand twice in one object: readers differ in which of the two they take.
type scanner struct {
	in    *json.Decoder
	twice fault.Invalid
}

// value reads one value; it returns false if that is too deep.
func (s scanner) value(path string, depth int) bool {
	t, err := s.in.Token()
	if err != nil || depth > deepest {
		return false
	}
	switch t {
	case json.Delim('{'):
		return s.object(path, depth)
	case json.Delim('['):
		return s.list(path, depth)
	}
	return true
}

func (s scanner) object(path string, depth int) bool {
	seen := map[string]bool{}
	for s.in.More() {
		t, err := s.in.Token()
		name, ok := t.(string)
		if err != nil || !ok {
			return false
		}
		member := name
		if path != "" {
			member = path + "." + name
		}
		if seen[name] {
			s.twice.Add(member, "duplicate")
		}
		seen[name] = true
		if !s.value(member, depth+1) {
			return false
		}
	}
	_, err := s.in.Token()
	return err == nil
}

func (s scanner) list(path string, depth int) bool {
	for i := 1; s.in.More(); i++ {
		if !s.value(path+"/"+strconv.Itoa(i), depth+1) {
			return false
		}
	}
	_, err := s.in.Token()
	return err == nil
}
