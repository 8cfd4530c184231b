package record

import "testing"

// There is one zero, and as many digits as were written.
func TestZeroHasNoSign(t *testing.T) {
	for raw, want := range map[string]Decimal{
		"-0": "0", "-0.0": "0.0", "-0.000000000": "0.000000000", "0": "0", "0.0": "0.0", "-0.1": "-0.1", "-0.05": "-0.05", "-10": "-10", "-1.0": "-1.0", "null": "",
	} {
		d := Decimal("7")
		if key := (numberCodec{}).merge(&d, []byte(raw)); key != "" || d != want {
			t.Errorf("%s becomes %q, %q", raw, d, key)
		}
	}
	for _, raw := range []string{"-", "-00", "-.0", "-0.", "-0e1", "+0", "1e5", `"-0"`} {
		d := Decimal("7")
		if key := (numberCodec{}).merge(&d, []byte(raw)); key != "bad_number" || d != "7" {
			t.Errorf("%s becomes %q, %q", raw, d, key)
		}
	}
}
