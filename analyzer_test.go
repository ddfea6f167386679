package communique

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestNewNilOption(t *testing.T) {
	_, err := New(WithRecall(0), nil)
	if want := "communique: option 2 is nil; leave it out"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// What is known of a document stands in the statement, its date as a day.
func TestParseDocument(t *testing.T) {
	oslo := time.FixedZone("", 2*60*60)
	s, err := ParseDocument(Document{ID: "d", Title: "T", URL: "u", Text: "Norway met Chad.", Issuer: "White House", Date: time.Date(2031, 5, 2, 0, 30, 0, 0, oslo)})
	if err != nil {
		t.Fatal(err)
	}
	got := []string{s.ID, s.Title, s.URL, s.Text, s.Issuer, s.Date.String()}
	if diff := cmp.Diff([]string{"d", "T", "u", "Norway met Chad.", "White House", "2031-05-02 00:00:00 +0000 UTC"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Attribute gives what Parse gives, as far as the quotes.
func TestAttribute(t *testing.T) {
	const text = "“We will stay,” Ana Lund of Norway said. She believes that Chad will leave."
	want, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Attribute(text)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Quotes) != 1 || len(got.Attributions) != 1 {
		t.Errorf("%d quotes and %d attributions, want one each", len(got.Quotes), len(got.Attributions))
	}
	want.Stances, want.Commitments = nil, nil
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-Parse +Attribute):\n%s", diff)
	}
}

func TestTooLong(t *testing.T) {
	long := strings.Repeat(" ", MaxLength+1)
	_, parse := Parse(long)
	_, attribute := Attribute(long)
	_, label := Label(long)
	for _, err := range []error{parse, attribute, label} {
		if !errors.Is(err, ErrTooLong) {
			t.Errorf("error %v, want %v", err, ErrTooLong)
		}
	}
}
