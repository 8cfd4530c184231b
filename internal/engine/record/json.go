package record

import (
	"bytes"
	"encoding/json"
	"maps"
	"strconv"
	"strings"
	"unicode/utf8"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
)

// Titles returns the title of a record as JSON string content and whether there is one that may be shown.
type Titles func(ID) (title string, ok bool)

// AppendJSON appends r as a JSON object with the fields that a sees. If titles is not nil, references carry the title of
// what they refer to.
func (k *Kind) AppendJSON(dst []byte, r Record, a Actor, titles Titles) []byte {
	b := r.base()
	dst = append(dst, `{"id":"`...)
	dst = append(dst, b.ID...)
	dst = append(dst, `","kind":"`...)
	dst = append(dst, k.Name...)
	dst = append(dst, `","version":`...)
	dst = strconv.AppendInt(dst, b.Version, 10)
	dst = appendFields(dst, k.fields, bind(&Fields{}, r), a, b.Office, titles)
	return append(dst, '}')
}

func appendFields(dst []byte, fields []*Field, vars []any, a Actor, office ID, titles Titles) []byte {
	var inner Fields
	for i, f := range fields {
		if !a.sees(f.Class, office) {
			continue
		}
		dst = append(append(dst, ','), f.key...)
		switch c := f.codec.(type) {
		case parts:
			dst = append(dst, '[')
			for n := range c.len(vars[i]) {
				if n > 0 {
					dst = append(dst, ',')
				}
				p := c.at(vars[i], n)
				dst = append(append(append(dst, `{"id":"`...), p.part().ID...), '"')
				dst = append(appendFields(dst, f.Parts, bindPart(&inner, p), a, office, titles), '}')
			}
			dst = append(dst, ']')
		case referring:
			dst = appendRef(dst, c.ref(vars[i]), titles)
		default:
			dst = c.json(dst, vars[i])
		}
	}
	return dst
}

func appendRef(dst []byte, r Ref, titles Titles) []byte {
	if r.ID == "" {
		return append(dst, "null"...)
	}
	dst = append(append(dst, `{"kind":"`...), r.Kind...)
	dst = append(append(dst, `","id":"`...), r.ID...)
	dst = append(dst, '"')
	if titles != nil {
		if t, ok := titles(r.ID); ok {
			dst = appendString(append(dst, `,"title":`...), t)
		}
	}
	return append(dst, '}')
}

// appendString appends s as a JSON string. Text without anything to escape, which is nearly all, is copied.
func appendString(dst []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return appendEscaped(dst, s)
		}
	}
	return append(append(append(dst, '"'), s...), '"')
}

func appendEscaped(dst []byte, s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always has a JSON form
	return append(dst, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

func appendOrNull(dst []byte, s string) []byte {
	if s == "" {
		return append(dst, "null"...)
	}
	return appendString(dst, s)
}

func (c stringCodec) json(dst []byte, ptr any) []byte { return appendOrNull(dst, c.text(ptr)) }
func (textCodec) json(dst []byte, ptr any) []byte {
	return append(dst, ptr.(*i18n.Text).JSON()...)
}
func (c dateCodec) json(dst []byte, ptr any) []byte { return appendOrNull(dst, c.text(ptr)) }
func (c numberCodec) json(dst []byte, ptr any) []byte {
	if s := c.text(ptr); s != "" {
		return append(dst, s...)
	}
	return append(dst, "null"...)
}
func (c timeCodec) json(dst []byte, ptr any) []byte { return appendOrNull(dst, c.text(ptr)) }
func (boolCodec) json(dst []byte, ptr any) []byte   { return strconv.AppendBool(dst, *ptr.(*bool)) }
func (c enumCodec[S]) json(dst []byte, ptr any) []byte {
	return appendOrNull(dst, c.text(ptr))
}
func (c oneCodec) json(dst []byte, ptr any) []byte  { return appendRef(dst, c.ref(ptr), nil) }
func (c someCodec) json(dst []byte, ptr any) []byte { return appendRef(dst, c.ref(ptr), nil) }
func (c anyCodec) json(dst []byte, ptr any) []byte  { return appendRef(dst, c.ref(ptr), nil) }

// Merge changes r as the JSON merge patch (RFC 7396) in body says; a says who asks. It returns a fault.Invalid naming
// each field that is unknown, malformed or not for a to set. fresh says that r is about to be created, when fields that
// are fixed later may still be set.
func (k *Kind) Merge(r Record, body []byte, a Actor, fresh bool) error {
	var in map[string]json.RawMessage
	if err := json.Unmarshal(body, &in); err != nil || in == nil {
		return fault.Invalid{"": {Key: "bad_json"}}
	}
	inv := fault.Invalid{}
	b := r.base()
	same(inv, in, "id", `"`+string(b.ID)+`"`)
	same(inv, in, "kind", `"`+k.Name+`"`)
	same(inv, in, "version", strconv.FormatInt(b.Version, 10))
	for _, v := range k.Values(r) {
		raw, sent := in[v.Name]
		delete(in, v.Name)
		switch {
		case !sent:
		case !a.sees(v.Class, b.Office) && !fresh:
			inv.Add(v.Name, "unknown_field")
		case v.Type == TypeList:
			mergeList(inv, v, raw, func(c Class) bool { return fresh || a.sees(c, b.Office) })
		default:
			before := v.Text()
			if key := v.codec.merge(v.ptr, raw); key != "" {
				inv.Add(v.Name, key)
			} else if (v.computed || v.fixed && !fresh) && v.Text() != before {
				inv.Add(v.Name, "read_only")
			}
		}
	}
	for name := range in {
		inv.Add(name, "unknown_field")
	}
	if len(inv) > 0 {
		k.alsoWrong(inv, r, fresh)
	}
	return inv.Err()
}

// alsoWrong adds what the checks of a record say, which are told what could not be read, so that a caller learns all mistakes at once. Of a new record, office
// and state are still to be settled.
func (k *Kind) alsoWrong(inv fault.Invalid, r Record, fresh bool) {
	more := maps.Clone(inv)
	k.check(more, r)
	for path, p := range more {
		if !fresh || path != "office" && path != "state" {
			inv.AddValue(path, p.Key, p.Value)
		}
	}
}

// same takes a member that every record shows and nobody sets out of in.
func same(inv fault.Invalid, in map[string]json.RawMessage, name, want string) {
	if raw, sent := in[name]; sent && string(raw) != want {
		inv.Add(name, "read_only")
	}
	delete(in, name)
}

// mergeList replaces a list: an entry with an id stays that part, one without is new. Of a part that stays, what is not for
// the caller to set stays too.
func mergeList(inv fault.Invalid, v Value, raw []byte, sees func(Class) bool) {
	var in []map[string]json.RawMessage
	if err := json.Unmarshal(raw, &in); err != nil {
		inv.Add(v.Name, "not_a_list")
		return
	}
	c := v.codec.(parts)
	known := map[ID]PartRecord{}
	for i := range c.len(v.ptr) {
		p := c.at(v.ptr, i)
		known[p.part().ID] = p
	}
	all := make([]PartRecord, 0, len(in))
	for i, entry := range in {
		if entry == nil {
			inv.Add(v.Name, "not_a_list")
			return
		}
		var was PartRecord // nil if the part is new
		p := c.fresh()
		if raw, ok := entry["id"]; ok && string(raw) != "null" {
			var id ID
			if json.Unmarshal(raw, (*string)(&id)) != nil || known[id] == nil {
				inv.Add(PartPath(v.Name, i, "id"), "unknown_part")
			}
			was = known[id]
			delete(known, id) // the same part twice is one too many
			p.part().ID = id
		}
		delete(entry, "id")
		mergePart(entry, v.Parts, was, p, sees, func(field, key string) { inv.Add(PartPath(v.Name, i, field), key) })
		for name := range entry {
			inv.Add(PartPath(v.Name, i, name), "unknown_field")
		}
		all = append(all, p)
	}
	c.set(v.ptr, all)
}

// mergePart takes the fields of a part out of in and into p. What the caller does not see, and what is computed or fixed,
// p has from was.
func mergePart(in map[string]json.RawMessage, fields []*Field, was, p PartRecord, sees func(Class) bool, wrong func(field, key string)) {
	var old []any
	if was != nil {
		old = bindPart(&Fields{}, was)
	}
	for n, v := range values(fields, bindPart(&Fields{}, p)) {
		kept := v.computed || v.fixed && was != nil
		if old != nil && (kept || !sees(v.Class)) {
			v.codec.merge(v.ptr, v.codec.json(nil, old[n]))
		}
		raw, sent := in[v.Name]
		if !sent || !sees(v.Class) { // what is hidden stays in, as a field that nobody knows
			continue
		}
		delete(in, v.Name)
		before := v.Text()
		if key := v.codec.merge(v.ptr, raw); key != "" {
			wrong(v.Name, key)
		} else if kept && v.Text() != before {
			wrong(v.Name, "read_only")
		}
	}
}

func null(raw []byte) bool { return string(raw) == "null" }

// mergeString reads a JSON string, or null as "".
func mergeString(raw []byte) (string, bool) {
	if null(raw) {
		return "", true
	}
	var s string
	err := json.Unmarshal(raw, &s)
	return s, err == nil && !strings.ContainsRune(s, 0)
}

func (stringCodec) merge(ptr any, raw []byte) string {
	s, ok := mergeString(raw)
	if !ok {
		return "not_a_string"
	}
	*ptr.(*string) = s
	return ""
}

func (textCodec) merge(ptr any, raw []byte) string {
	t := ptr.(*i18n.Text)
	merged, err := t.MergeJSON(raw)
	if err != nil {
		return "not_a_language_map"
	}
	*t = merged
	return ""
}

func (dateCodec) merge(ptr any, raw []byte) string {
	s, ok := mergeString(raw)
	if !ok {
		return "bad_date"
	}
	*ptr.(*date.Partial) = date.Partial(s)
	return ""
}

func (timeCodec) merge(ptr any, raw []byte) string {
	s, ok := mergeString(raw)
	if !ok {
		return "bad_value"
	}
	*ptr.(*Time) = Time(s)
	return ""
}

func (numberCodec) merge(ptr any, raw []byte) string {
	d := ptr.(*Decimal)
	switch {
	case null(raw):
		*d = ""
	case Decimal(raw).Valid():
		*d = Decimal(raw).unsignedZero()
	default:
		return "bad_number"
	}
	return ""
}

func (boolCodec) merge(ptr any, raw []byte) string {
	b := ptr.(*bool)
	*b = false
	if !null(raw) && json.Unmarshal(raw, b) != nil {
		return "bad_value"
	}
	return ""
}

func (c enumCodec[S]) merge(ptr any, raw []byte) string {
	s, ok := mergeString(raw)
	if !ok {
		return "bad_value"
	}
	c.set(ptr, s)
	return ""
}

func (c oneCodec) merge(ptr any, raw []byte) string {
	return mergeRef(raw, []string{c.kind}, func(r Ref) { c.setRef(ptr, r) })
}

func (c someCodec) merge(ptr any, raw []byte) string {
	return mergeRef(raw, c.kinds, func(r Ref) { c.setRef(ptr, r) })
}

func (c anyCodec) merge(ptr any, raw []byte) string {
	return mergeRef(raw, nil, func(r Ref) { c.setRef(ptr, r) })
}

// mergeRef reads {"kind":…,"id":…}, {"geonames":…} where a place may stand, or null. The kind may be left out where only
// one is possible; a title is passed over, so that what was read can be sent back.
func mergeRef(raw []byte, kinds []string, set func(Ref)) string {
	if null(raw) {
		set(Ref{})
		return ""
	}
	var in struct {
		Kind     string          `json:"kind"`
		ID       ID              `json:"id"`
		GeoNames json.Number     `json:"geonames"`
		Title    json.RawMessage `json:"title"`
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if d.Decode(&in) != nil {
		return "bad_reference"
	}
	if in.GeoNames != "" && in.ID == "" {
		n, err := strconv.Atoi(in.GeoNames.String())
		if err != nil || n <= 0 || !mayRefer(kinds, "place") || in.Kind != "" && in.Kind != "place" {
			return "bad_reference"
		}
		set(Ref{"place", GeoNames(n)})
		return ""
	}
	if in.Kind == "" && len(kinds) == 1 {
		in.Kind = kinds[0]
	}
	if in.Kind == "" || !in.ID.Valid() || !mayRefer(kinds, in.Kind) {
		return "bad_reference"
	}
	set(Ref{in.Kind, in.ID})
	return ""
}

func mayRefer(kinds []string, kind string) bool {
	for _, k := range kinds {
		if k == kind {
			return true
		}
	}
	return kinds == nil
}
