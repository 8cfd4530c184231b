package record

import (
	"context"

	"kontor.example/internal/base/fault"
)

// Action is something that is done to a record.
type Action string

// The actions that a policy decides.
const (
	Create  Action = "create"
	Update  Action = "update"
	Trash   Action = "trash"
	Restore Action = "restore"
)

// Role says what somebody with a token may do.
type Role string

// The roles of tokens; a visitor has none.
const (
	Visitor Role = ""
	Viewer  Role = "viewer" // reads own office including drafts and internal fields
	Editor  Role = "editor" // also creates, changes, publishes, trashes and restores there
	Admin   Role = "admin"  // the whole instance
)

// Actor is who acts.
type Actor struct {
	Name    string // shown in the history
	Role    Role
	Office  ID     // own office; empty for visitors
	Request string // id of the request, kept in the audit
	Reason  string // why, kept in the audit; may be empty
}

type actorKey struct{}

// As returns a context in which a acts.
func As(ctx context.Context, a Actor) context.Context { return context.WithValue(ctx, actorKey{}, a) }

// ActorOf returns who acts; without anybody named it is a visitor.
func ActorOf(ctx context.Context) Actor {
	a, _ := ctx.Value(actorKey{}).(Actor)
	return a
}

// sees reports whether a sees fields of this class of a record that office keeps.
func (a Actor) sees(c Class, office ID) bool {
	switch {
	case c == Public || a.Role == Admin:
		return true
	case a.Role == Visitor || a.Office != office && office != SharedOffice:
		return false
	case c == Internal:
		return true
	default:
		return a.Role == Editor
	}
}

// Rule decides whether a may turn the record as stored into the record as sent. It sees both, so nobody edits their way
// past it. For a Create both are the sent one.
type Rule func(a Actor, stored, sent Record) bool

// Policy says who may do what; what has no rule nobody may do.
type Policy map[Action]Rule

// allow fails closed.
func (p Policy) allow(a Actor, act Action, stored, sent Record) error {
	if rule := p[act]; rule != nil && rule(a, stored, sent) {
		return nil
	}
	if a.Role == Visitor {
		return fault.Unauthenticated
	}
	return fault.Forbidden
}

// May reports early, before anything that was sent is read, whether a may do this to r as it is: nil, or the fault that
// the write would return. The write itself decides again.
func (k *Kind) May(a Actor, act Action, r Record) error { return k.Policy.allow(a, act, r, r) }

// OwnEditors lets editors act on the records of their own office, and admins on all.
func OwnEditors(a Actor, stored, sent Record) bool {
	own := a.Office != "" && stored.base().Office == a.Office && sent.base().Office == a.Office
	return a.Role == Admin || a.Role == Editor && own
}

// AnyEditor lets every editor act: for what all offices share.
func AnyEditor(a Actor, _, _ Record) bool { return a.Role == Admin || a.Role == Editor }

// Improvers lets every editor act on what all offices share, as long as what is published stays so: to hide it from the
// other offices is to take it away.
func Improvers(a Actor, stored, sent Record) bool {
	hides := stored.base().State == Published && sent.base().State != Published
	return AnyEditor(a, stored, sent) && (a.Role == Admin || !hides)
}

// Admins lets only admins act.
func Admins(a Actor, _, _ Record) bool { return a.Role == Admin }

// Owned is the policy of what one office keeps.
func Owned() Policy {
	return Policy{Create: OwnEditors, Update: OwnEditors, Trash: OwnEditors, Restore: OwnEditors}
}

// Common is the policy of what all offices share: every editor adds and improves, only admins take away, be it
// into the trash or by a state that is not public.
func Common() Policy {
	return Policy{Create: AnyEditor, Update: Improvers, Trash: Admins, Restore: Admins}
}
