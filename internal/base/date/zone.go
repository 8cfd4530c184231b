package date

import (
	"sync"
	"time"
)

// Zones remembers the time zones that were loaded: to load one means to read and parse its rules. The zero value is ready
// and may be used by several goroutines.
type Zones struct{ known sync.Map } // of *time.Location, by name

// Load returns the time zone with this name in the IANA database, such as "Asia/Tokyo".
func (z *Zones) Load(name string) (*time.Location, error) {
	if loc, ok := z.known.Load(name); ok {
		return loc.(*time.Location), nil
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, err
	}
	z.known.Store(name, loc) // names that load are few hundred, so this does not grow for ever
	return loc, nil
}
