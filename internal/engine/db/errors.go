package db

import (
	"errors"

	"kontor.example/internal/base/fault"
)

// The ways in which the database refuses a row. A room decides what each means to the user.
var (
	// ErrUnique: a row with the same unique value is there already.
	ErrUnique = errors.New("unique constraint")
	// ErrForeignKey: a row refers to one that is not there, or is referred to by another.
	ErrForeignKey = errors.New("foreign key constraint")
	// ErrCheck: a row breaks a rule of its table.
	ErrCheck = errors.New("check constraint")
	// ErrTooNew: the schema is of a newer program than this one.
	ErrTooNew = errors.New("schema is newer than this program")
)

// kinded is a driver's error together with what it means.
type kinded struct{ kind, cause error }

func (k kinded) Error() string   { return k.kind.Error() + ": " + k.cause.Error() }
func (k kinded) Unwrap() []error { return []error{k.kind, k.cause} }

// as wraps cause with kind, once.
func as(kind, cause error) error {
	if errors.Is(cause, kind) {
		return cause
	}
	return kinded{kind, cause}
}

// away wraps the errors that pass when one tries again later.
func away(cause error) error { return as(fault.Unavailable, cause) }
