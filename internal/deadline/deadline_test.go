package deadline

import (
	"testing"
	"time"
)

// said is a Tuesday, at noon.
var said = time.Date(2024, time.March, 12, 12, 0, 0, 0, time.UTC)

func TestResolve(t *testing.T) {
	const now = "2024-03-12 12:00"
	tests := []struct{ phrase, from, to string }{
		// limits
		{"by the end of June", now, "2024-07-01"},
		{"By end-June", now, "2024-07-01"},
		{"through the end of June", now, "2024-07-01"},
		{"by the end of January", now, "2025-02-01"},
		{"before the end of November", now, "2024-12-01"},
		{"before the end of the year", now, "2025-01-01"},
		{"by the end of the year", now, "2025-01-01"},
		{"by the year’s end", now, "2025-01-01"},
		{"by year-end", now, "2025-01-01"},
		{"by the end of next year", now, "2026-01-01"},
		{"by the end of the week", now, "2024-03-18"},
		{"by the end of the month", now, "2024-04-01"},
		{"by the end of the day", now, "2024-03-13"},
		{"by the end of 2027", now, "2028-01-01"},
		{"by the end of the year 2027", now, "2028-01-01"},
		{"by the end of the decade", now, "2030-01-01"},
		{"no later than 30 November", now, "2024-12-01"},
		{"not later than the 30th of November 2025", now, "2025-12-01"},
		{"by 1 January", now, "2025-01-02"},
		{"by 12 March", now, "2024-03-13"},
		{"by 11 March", now, "2025-03-12"},
		{"by 29 February", now, "2028-03-01"},
		{"by March 31, 2026,", now, "2026-04-01"},
		{"by Sept. 3", now, "2024-09-04"},
		{"by Friday, 15 March", now, "2024-03-16"},
		{"by 2024-12-05", now, "2024-12-06"},
		{"by 30 June next year", now, "2025-07-01"},
		{"before 1 March", now, "2025-03-01"},
		{"prior to 1 April", now, "2024-04-01"},
		{"before next week", now, "2024-03-18"},
		{"until 31 March", now, "2024-04-01"},
		{"by Friday", now, "2024-03-16"},
		{"by Tuesday", now, "2024-03-13"},
		{"by Friday at the latest", now, "2024-03-16"},
		{"by next Friday", now, "2024-03-23"},
		{"by tomorrow", now, "2024-03-14"},
		{"by 6 p.m. on Friday", now, "2024-03-15 18:00"},
		{"by 18:00 GMT on 5 June", now, "2024-06-05 18:00"},
		{"by noon on Friday", now, "2024-03-15 12:00"},
		{"by Friday at noon", now, "2024-03-15 12:00"},
		{"before midnight", now, "2024-03-13"},
		{"by 10 a.m.", now, "2024-03-13 10:00"},
		{"by mid-June", now, "2024-06-16"},
		{"by early June", now, "2024-06-11"},
		{"by the start of June", now, "2024-06-02"},
		{"by the summer of 2025", now, "2025-09-01"},
		{"by 2030", now, "2031-01-01"},
		{"by June 2025", now, "2025-07-01"},
		{"by March", now, "2024-04-01"},
		{"by the third quarter of 2025", now, "2025-10-01"},
		{"by the end of Q1", now, "2024-04-01"},
		{"by 1 March 2023", "", "2023-03-02"},
		{"by the end of last year", "", "2024-01-01"},
		// lengths
		{"within 72 hours", now, "2024-03-15 12:00"},
		{"within fourteen days", now, "2024-03-26 12:00"},
		{"within twenty-four hours", now, "2024-03-13 12:00"},
		{"within a fortnight", now, "2024-03-26 12:00"},
		{"within one hundred days", now, "2024-06-20 12:00"},
		{"within the next six months", now, "2024-09-12 12:00"},
		{"within a year", now, "2025-03-12 12:00"},
		{"over 3.5 years", now, "2027-09-12 12:00"},
		{"over two and a half years", now, "2026-09-12 12:00"},
		{"in half a year", now, "2024-09-12 12:00"},
		{"in two weeks’ time", now, "2024-03-26 12:00"},
		{"for a period of 60 days", now, "2024-05-11 12:00"},
		{"within the week", now, "2024-03-18"},
		// frames
		{"next week", "2024-03-18", "2024-03-25"},
		{"this week", "2024-03-11", "2024-03-18"},
		{"next month", "2024-04-01", "2024-05-01"},
		{"in the spring", "2024-03-01", "2024-06-01"},
		{"in the winter", "2024-12-01", "2025-03-01"},
		{"next spring", "2025-03-01", "2025-06-01"},
		{"in May", "2024-05-01", "2024-06-01"},
		{"in October 2025", "2025-10-01", "2025-11-01"},
		{"at the end of June", "2024-06-30", "2024-07-01"},
		{"in early May", "2024-05-01", "2024-05-11"},
		{"in the second half of 2025", "2025-07-01", "2026-01-01"},
		{"on Friday", "2024-03-15", "2024-03-16"},
		{"over the weekend", "2024-03-16", "2024-03-18"},
		{"at noon on Friday", "2024-03-15 12:00", "2024-03-15 12:00"},
		{"between 1 May and 30 June", "2024-05-01", "2024-07-01"},
		{"from 1 December to 15 January", "2024-12-01", "2025-01-16"},
		// open to one side
		{"as of midnight on Friday", "2024-03-16", ""},
		{"from 1 May", "2024-05-01", ""},
		{"after 1 May", "2024-05-02", ""},
		{"not before July", "2024-07-01", ""},
	}
	for _, test := range tests {
		from, to, ok := Resolve(test.phrase, said)
		if !ok {
			t.Errorf("Resolve(%q): not resolved", test.phrase)
			continue
		}
		if f, g := show(from), show(to); f != test.from || g != test.to {
			t.Errorf("Resolve(%q) = [%s, %s), want [%s, %s)", test.phrase, f, g, test.from, test.to)
		}
	}
}

func show(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Hour() == 0 && t.Minute() == 0:
		return t.Format("2006-01-02")
	}
	return t.Format("2006-01-02 15:04")
}

func TestResolveUnknown(t *testing.T) {
	for _, phrase := range []string{"", " ", ",", "soon", "by", "within", "the end of", "as soon as possible", "within 30 days of signature",
		"within a few days", "in the coming weeks", "before the next summit", "by 31 June", "by 30 February 2025", "by 45 March",
		"by 13 p.m.", "by 25:00", "within 99999999 years", "within 1e9 days", "within inf days", "within nan days", "by the fifth quarter",
		"from 1 May to 1 May 2020", "by the end of the war", "between 1 May", "3", "by .", "q", "by q", "quarter", "the \xff"} {
		if from, to, ok := Resolve(phrase, said); ok {
			t.Errorf("Resolve(%q) = [%v, %v), want none", phrase, from, to)
		}
	}
	if _, _, ok := Resolve("by Friday", time.Time{}); ok {
		t.Error("resolved without a date")
	}
}

func TestResolveLocation(t *testing.T) {
	east := time.FixedZone("", 9*3600)
	on := time.Date(2024, time.January, 31, 23, 0, 0, 0, east)
	_, to, _ := Resolve("by the end of January", on)
	if want := time.Date(2024, time.February, 1, 0, 0, 0, 0, east); !to.Equal(want) || to.Location() != east {
		t.Errorf("to = %v, want %v", to, want)
	}
	_, to, _ = Resolve("within a month", on)
	if want := time.Date(2024, time.February, 29, 23, 0, 0, 0, east); !to.Equal(want) {
		t.Errorf("a month from 31 January = %v, want %v", to, want)
	}
	_, to, _ = Resolve("by 18:00 UTC on 5 June", on)
	if want := time.Date(2024, time.June, 6, 3, 0, 0, 0, east); !to.Equal(want) {
		t.Errorf("18:00 UTC = %v, want %v", to, want)
	}
}

func FuzzResolve(f *testing.F) {
	for _, s := range []string{"by the end of June", "within 3.5 years", "from 1 May to 3 June", "6 p.m. on q3", "the the next"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		from, to, ok := Resolve(s, said)
		if ok && from.IsZero() && to.IsZero() || !ok && !(from.IsZero() && to.IsZero()) {
			t.Errorf("Resolve(%q) = %v, %v, %v", s, from, to, ok)
		}
		if ok && !from.IsZero() && !to.IsZero() && to.Before(from) {
			t.Errorf("Resolve(%q) runs backwards: %v, %v", s, from, to)
		}
	})
}
