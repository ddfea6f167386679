package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique"
)

func plover(t testing.TB, statements ...*communique.Statement) []string {
	t.Helper()
	var b bytes.Buffer
	if err := WritePLOVER(&b, statements); err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
}

// ploverFields are the fields of the manual, draft 0.7b1, by object, and the two that WritePLOVER adds to each of two.
var ploverFields = map[string]string{
	"": "id has_event date time enddate endtime source recipient event event_loc event_text quad_code event_scale mode context link text" +
		" text_info cite_info coder coded_date coded_time comment" + " cameo intensity",
	"source":    "code sector actor_text identifier_id identifier_text actor_loc religion ethnicity office gender age",
	"text_info": "sequence start end text_story connlu_parse treebank_parse" + " event_start event_end",
	"cite_info": "corpus citation url title language publication license copyright coder codebook version",
}

// checkFields checks that the manual has the fields of an object.
func checkFields(t *testing.T, object string, fields map[string]any) {
	t.Helper()
	for name, value := range fields {
		if !slices.Contains(strings.Fields(ploverFields[object]), name) {
			t.Errorf("the manual has no field %s in %q", name, object)
		}
		switch value := value.(type) {
		case map[string]any:
			checkFields(t, name, value)
		case []any:
			for _, x := range value {
				if actor, ok := x.(map[string]any); ok {
					checkFields(t, "source", actor)
				}
			}
		}
	}
}

// TestPLOVER reads the records as another program would.
func TestPLOVER(t *testing.T) {
	s := dated(t, "d1", readout)
	chars := []rune(s.Text)
	var got []string
	for _, line := range plover(t, s, nil) {
		var fields map[string]any
		if err := json.Unmarshal([]byte(line), &fields); err != nil {
			t.Fatal(err)
		}
		checkFields(t, "", fields)
		var r struct {
			ID, Date, Text    string
			Source, Recipient []struct {
				Code, Sector, Office string
				ActorText            string `json:"actor_text"`
			}
			Event     []string
			EventText []string `json:"event_text"`
			Quad      int      `json:"quad_code"`
			Scale     float64  `json:"event_scale"`
			TextInfo  struct {
				Sequence, Start, End int
				EventStart           int `json:"event_start"`
				EventEnd             int `json:"event_end"`
			} `json:"text_info"`
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s %s %v %v -> %v %q %d %g, sentence %d", r.ID, r.Date, r.Event, r.Source, r.Recipient, r.EventText, r.Quad, r.Scale,
			r.TextInfo.Sequence))
		if text := string(chars[r.TextInfo.Start:r.TextInfo.End]); text != r.Text {
			t.Errorf("%s: the text is %q, at its place stands %q", r.ID, r.Text, text)
		}
		if text := string(chars[r.TextInfo.EventStart:r.TextInfo.EventEnd]); text != r.EventText[0] || !strings.Contains(r.Text, text) {
			t.Errorf("%s: the event text is %q, at its place stands %q", r.ID, r.EventText[0], text)
		}
	}
	want := []string{ // not the criticism that was not made
		`d1-0001 2024-04-29 [ACCUSE] [{  Foreign Minister Ada Lindqvist}] -> [{   Sarvian forces}] ["condemned the shelling"] 3 -2, sentence 1`,
		`d1-0003 2024-04-29 [REQUEST] [{  Foreign Minister Ada Lindqvist}] -> [{DEU   Germany}] ["called on"] 3 0, sentence 6`,
		`d1-0004 2024-04-29 [AGREE] [{  Foreign Minister Ada Lindqvist}] -> [] ["pledged to send"] 1 2.5, sentence 6`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestPLOVERActors(t *testing.T) {
	got := ploverActors([]communique.Entity{
		{Name: "the army", Country: "NOR", Code: "NORMIL"}, {Name: "the Council", Code: "IGOUNOSEC"}, {Name: "Norway", Country: "NOR"}, {Name: "she", Role: "envoy"}})
	want := []ploverActor{{Code: "NOR", Sector: "MIL", ActorText: "the army"}, {Code: "IGO", Sector: "UNOSEC", ActorText: "the Council"},
		{Code: "NOR", ActorText: "Norway"}, {ActorText: "she", Office: "envoy"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// TestPLOVERIDs checks that statements without an ID do not share ids.
func TestPLOVERIDs(t *testing.T) {
	seen := map[string]bool{}
	for _, line := range plover(t, parse(t, "France welcomed the truce."), parse(t, "France praised the truce."), broken()) {
		var r struct{ ID string }
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		if seen[r.ID] || !regexp.MustCompile(`^communique-[0-9a-f]{16}-\d{4}$`).MatchString(r.ID) {
			t.Errorf("the id %q stands twice or is none", r.ID)
		}
		seen[r.ID] = true
	}
}

// TestPLOVERGold compares the fields with those of the gold standard records, which are of an older draft.
func TestPLOVERGold(t *testing.T) {
	renamed := map[string]string{"target": "recipient", "eventText": "event_text", "eventLoc": "event_loc", "textInfo": "text_info", "actorText": "actor_text",
		"dateCoded": "coded_date"}
	var gold []map[string]any
	if err := json.Unmarshal([]byte(readFile(t, sharedFiles(t, "plover/gsr_dev.json")[0])), &gold); err != nil {
		t.Fatal(err)
	}
	theirs, ours := map[string]bool{}, map[string]bool{}
	events := 0
	for _, record := range gold {
		for name := range record {
			if r := renamed[name]; r != "" {
				name = r
			}
			theirs[name] = true
		}
		s := parse(t, record["text"].(string))
		s.ID = record["id"].(string)
		for _, line := range plover(t, s) {
			if line == "" {
				continue
			}
			var fields map[string]any
			if err := json.Unmarshal([]byte(line), &fields); err != nil {
				t.Fatal(err)
			}
			checkFields(t, "", fields)
			for name := range fields {
				ours[name] = true
			}
			events++
		}
	}
	if events < len(gold)/2 {
		t.Errorf("%d events in %d texts", events, len(gold))
	}
	for _, name := range []string{"id", "source", "recipient", "event", "event_text", "mode", "context", "text", "text_info", "coder"} {
		if !theirs[name] || !ours[name] {
			t.Errorf("%s: in the gold standard %v, in ours %v", name, theirs[name], ours[name])
		}
	}
}
