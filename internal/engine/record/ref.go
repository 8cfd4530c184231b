package record

import (
	"database/sql/driver"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/google/uuid"
)

// ID names a record: a UUID of version 7 in its usual form, so that ids sort by the time at which they were made. An
// empty ID is stored as NULL.
type ID string

// SharedOffice is the reserved office of the instance, to which reference data belongs that all offices share.
const SharedOffice ID = "00000000-0000-7000-8000-000000000000"

// NewID returns a fresh id.
func NewID() ID { return ID(uuid.Must(uuid.NewV7()).String()) }

var idShape = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

// Valid reports whether id has the shape of an id.
func (id ID) Valid() bool { return idShape.MatchString(string(id)) }

// Value stores an empty ID as NULL.
func (id ID) Value() (driver.Value, error) {
	if id == "" {
		return nil, nil
	}
	return string(id), nil
}

// Scan reads an ID; NULL is the empty one.
func (id *ID) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*id = ""
	case string:
		*id = ID(v)
	case []byte:
		*id = ID(v)
	default:
		return fmt.Errorf("record id: cannot read %T", src)
	}
	return nil
}

// GeoNames returns the id that stands for the place with this number in the gazetteer. In the write that carries it, it
// becomes the id of that place's record, which is made if there is none yet.
func GeoNames(n int) ID { return ID(fmt.Sprintf("%s%d", geonames, n)) }

const geonames = "geonames:"

// claimKey returns the key by which id claims a record that may not exist yet.
func (id ID) claimKey() (key string, ok bool) { return strings.CutPrefix(string(id), geonames) }

// Ref refers to a record of one of several kinds.
type Ref struct {
	Kind string
	ID   ID
}

// Decimal is an exact decimal number as its digits, such as "1196274" or "-0.84"; empty is unknown.
type Decimal string

var decimalShape = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?$`)

// Valid reports whether d is a number in canonical form, with at most 18 digits before and 9 behind the point.
func (d Decimal) Valid() bool { return decimalShape.MatchString(string(d)) }

// unsignedZero returns d, without a sign if it is zero: there is one zero, however exactly it is written.
func (d Decimal) unsignedZero() Decimal {
	if digits, negative := strings.CutPrefix(string(d), "-"); negative && strings.Trim(digits, "0.") == "" {
		return Decimal(digits)
	}
	return d
}

// Time is a moment in UTC to the millisecond, in a form that sorts as text; empty is never.
type Time string

const timeLayout = "2006-01-02T15:04:05.000Z"

// At returns t as a Time.
func At(t time.Time) Time { return Time(t.UTC().Format(timeLayout)) }

// Time returns t as a time.Time, zero for never.
func (t Time) Time() time.Time {
	v, _ := time.Parse(timeLayout, string(t))
	return v
}
