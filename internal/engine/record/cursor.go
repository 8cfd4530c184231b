package record

import (
	"encoding/base64"
	"encoding/json"
	"strings"
)

// A cursor says behind which row the next page begins.
type cursor struct {
	Of   string `json:"o"`
	Sort string `json:"s"`
	Key  string `json:"k"`
	ID   ID     `json:"i"`
}

func (c cursor) String() string {
	b, _ := json.Marshal(c) // strings always have a JSON form
	return base64.RawURLEncoding.EncodeToString(b)
}

// maxCursor bounds what is decoded at all; sort keys are short.
const maxCursor = 4000

func parseCursor(s string) (c cursor, ok bool) {
	if len(s) > maxCursor {
		return c, false
	}
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || json.Unmarshal(b, &c) != nil {
		return cursor{}, false
	}
	return c, c.ID.Valid() && !strings.ContainsRune(c.Key, 0)
}
