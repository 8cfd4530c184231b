package network_test

import (
	"testing"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/domain/network"
)

func TestNothingEndsBeforeItBegins(t *testing.T) {
	m := network.Membership{
		Since: "1995", Until: "1994",
		Roles: []network.Role{{Since: "1995", Until: "1995"}, {Since: "1996-02", Until: "1996-01-31"}},
	}
	wrong := fault.Invalid{}
	m.Check(wrong)
	if len(wrong) != 2 || wrong["until"].Key != "ends_before_it_begins" || wrong["roles/2.until"].Key != "ends_before_it_begins" {
		t.Error(wrong)
	}
}
