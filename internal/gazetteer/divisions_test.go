package gazetteer

import "testing"

func TestDivisions(t *testing.T) {
	codes := map[string]bool{}
	for _, c := range Countries() {
		codes[c.Code3] = true
	}
	found := map[string]string{}
	last := ""
	for _, d := range Divisions() {
		if d.Name <= last {
			t.Errorf("%q after %q: not sorted, or twice", d.Name, last)
		}
		last = d.Name
		if !codes[d.Code3] {
			t.Errorf("%q: unknown code %q", d.Name, d.Code3)
		}
		found[d.Name] = d.Code3
	}
	for name, want := range map[string]string{"New Mexico": "USA", "Georgia": "USA", "Nova Scotia": "CAN", "Queensland": "AUS", "Puerto Rico": "", "Mexico": ""} {
		if found[name] != want {
			t.Errorf("%q belongs to %q, want %q", name, found[name], want)
		}
	}
}
