package project_test

import (
	"testing"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/domain/project"
)

// Results name an indicator by its code, which therefore belongs to one.
func TestACodeIsOfOneIndicator(t *testing.T) {
	p := project.Project{
		Indicators: []project.Indicator{{Code: "wells"}, {Code: "trees"}, {Code: "wells"}},
		Results:    []project.Result{{Indicator: "trees"}, {Indicator: "bees"}},
	}
	wrong := fault.Invalid{}
	p.Check(wrong)
	if len(wrong) != 2 || wrong["indicators/3.code"].Key != "taken" || wrong["results/2.indicator"].Key != "unknown_choice" {
		t.Error(wrong)
	}
}
