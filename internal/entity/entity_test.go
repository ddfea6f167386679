package entity

import (
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
	"github.com/google/go-cmp/cmp"
)

var (
	cues  = cue.Default()
	names = NewNames()
)

func read(t *testing.T, s string) *Doc {
	t.Helper()
	doc := text.Tag(text.Cut(s))
	return Find(syntax.Parse(doc, cues.Reports), marks.Find(doc), names, cues.Reports, Given{})
}

// nameOf returns the name of an entity, "" for None.
func nameOf(d *Doc, id int) string {
	if id == None {
		return ""
	}
	return d.Entities[id].Name
}

// render describes an entity: kind, name, role and state, members, mentions.
func render(d *Doc, e Entity) string {
	s := string(e.Kind) + " " + e.Name
	if e.Role != "" || e.Country != "" {
		s += " (" + strings.Trim(e.Role+", "+e.Country, ", ") + ")"
	}
	var members []string
	for _, m := range e.Members {
		members = append(members, d.Entities[m].Name)
	}
	if members != nil {
		s += " {" + strings.Join(members, ", ") + "}"
	}
	var mentions []string
	for _, m := range e.Mentions {
		mentions = append(mentions, d.Slice(m))
	}
	return s + ": " + strings.Join(mentions, " | ")
}

// found returns the entities of a text with the kind that the wanted ones begin with, rendered.
func found(t *testing.T, s string, want ...string) []string {
	t.Helper()
	d := read(t, s)
	kinds := map[string]bool{}
	for _, w := range want {
		kind, _, _ := strings.Cut(w, " ")
		kinds[kind] = true
	}
	var out []string
	for _, e := range d.Entities {
		if kinds[string(e.Kind)] || len(want) == 0 {
			out = append(out, render(d, e))
		}
	}
	return out
}

// check compares the entities of the kinds that are wanted with those of the text.
func check(t *testing.T, s string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, found(t, s, want...)); diff != "" {
		t.Errorf("entities of %q (-want +got):\n%s", s, diff)
	}
}

// findTest is a text and the entities it has of the kinds that are named.
type findTest struct {
	name, text string
	want       []string
}

func run(t *testing.T, tests []findTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, tt.text, tt.want...) })
	}
}

func TestPersons(t *testing.T) {
	run(t, []findTest{
		{"first name and surname", "Tamsin Adaeze opened the hearing.", []string{"person Tamsin Adaeze: Tamsin Adaeze"}},
		{"state and title before the name", "Moldovan President Ilya Marek left.", []string{"person Ilya Marek (President, MDA): Moldovan President Ilya Marek"}},
		{"title and name", "Prime Minister Anton Belik left.", []string{"person Anton Belik (Prime Minister): Prime Minister Anton Belik"}},
		{"honorific is no role", "Mr. Anton Belik left.", []string{"person Anton Belik: Mr. Anton Belik"}},
		{"role in lower case before the name", "Chadian foreign minister Anton Belik left.", []string{"person Anton Belik (foreign minister, TCD): Chadian foreign minister Anton Belik"}},
		{"rank and initial", "Gen. Gareth P. Whitlock left.", []string{"person Gareth P. Whitlock (Gen.): Gen. Gareth P. Whitlock"}},
		{"title with of behind the name", "President Ilya Marek of Moldova left.", []string{"person Ilya Marek (President, MDA): President Ilya Marek"}},
		{"apposition behind the name", "Anton Belik, the foreign minister of Chad, left the hall.", []string{"person Anton Belik (foreign minister, TCD): Anton Belik | the foreign minister"}},
		{"apposition before the name", "The head of the mission, Anton Belik, left the hall.", []string{"person Anton Belik (head): The head | Anton Belik"}},
		{"surname alone", "Prime Minister Anton Belik spoke. Belik left.", []string{"person Anton Belik (Prime Minister): Prime Minister Anton Belik | Belik"}},
		{"surname before the full name", "Belik left. Prime Minister Anton Belik had spoken.", []string{"person Anton Belik (Prime Minister): Belik | Prime Minister Anton Belik"}},
		{"surname with an honorific", "Prime Minister Anton Belik spoke. Mr. Belik left.", []string{"person Anton Belik (Prime Minister): Prime Minister Anton Belik | Mr. Belik"}},
		{"honorific tells two of one surname apart", "Prime Minister Anton Belik met Margaret Belik. Mrs. Belik left.",
			[]string{"person Anton Belik (Prime Minister): Prime Minister Anton Belik", "person Margaret Belik: Margaret Belik | Mrs. Belik"}},
		{"two persons", "Anton Belik, the foreign minister, met Gen. Gareth Whitlock.",
			[]string{"person Anton Belik (foreign minister): Anton Belik | the foreign minister", "person Gareth Whitlock (Gen.): Gen. Gareth Whitlock"}},
		{"definite description", "Prime Minister Anton Belik spoke. The prime minister left.", []string{"person Anton Belik (Prime Minister): Prime Minister Anton Belik | The prime minister"}},
		{"shorter description", "Foreign Minister Anton Belik spoke. The minister left.", []string{"person Anton Belik (Foreign Minister): Foreign Minister Anton Belik | The minister"}},
		{"description of another state's", "Chadian President Anton Belik spoke. The Malian president left.",
			[]string{"person Anton Belik (President, TCD): Chadian President Anton Belik", "person Malian president (Malian president, MLI): The Malian president"}},
		{"indefinite description is new", "Prime Minister Anton Belik spoke. A prime minister left.",
			[]string{"person Anton Belik (Prime Minister): Prime Minister Anton Belik", "person prime minister (prime minister): A prime minister"}},
		{"unknown name that reports", "“We agreed,” said Zorvane.", []string{"person Zorvane: Zorvane"}},
	})
}

func TestStates(t *testing.T) {
	run(t, []findTest{
		{"name", "Chad signed.", []string{"state Chad (TCD): Chad"}},
		{"capital that acts", "N'Djamena rejected the plan.", []string{"state Chad (TCD): N'Djamena"}},
		{"seat of power", "The Quai d'Orsay rejected the plan.", []string{"state France (FRA): The Quai d'Orsay"}},
		{"government", "The Chadian government signed.", []string{"state Chad (TCD): The Chadian government"}},
		{"government of", "The Government of Chad signed.", []string{"state Chad (TCD): The Government | Chad"}},
		{"regime", "The Chadian regime signed.", []string{"state Chad (TCD): The Chadian regime"}},
		{"army", "The Chadian army left.", []string{"state Chad (TCD): The Chadian army"}},
		{"the government later", "The Chadian government signed. The government left.", []string{"state Chad (TCD): The Chadian government | The government"}},
		{"his government", "Chadian President Anton Belik left. His government signed.", []string{"state Chad (TCD): His government"}},
		{"name and adjective", "Chad signed. Chadian troops left.", []string{"state Chad (TCD): Chad | Chadian troops"}},
		{"vessel", "A Chadian vessel left.", []string{"state Chad (TCD): A Chadian vessel"}},
		{"two states", "Chad and Mali signed.", []string{"state Chad (TCD): Chad", "state Mali (MLI): Mali"}},
		{"adjective of a thing", "The Chadian proposal failed.", []string{"state Chad (TCD): Chadian"}},
		{"possessor", "Chad's proposal failed.", []string{"state Chad (TCD): Chad"}},
	})
}

func TestPlaces(t *testing.T) {
	run(t, []findTest{
		{"capital behind in", "They met in Paris.", []string{"place Paris (FRA): Paris"}},
		{"capital behind from", "They returned from Paris.", []string{"place Paris (FRA): Paris"}},
		{"capital behind a verb of motion", "They travelled to Paris.", []string{"place Paris (FRA): Paris"}},
		{"part of a state", "They met in eastern Chad.", []string{"place eastern Chad (TCD): eastern Chad"}},
		{"unknown place", "They met in Zalesk.", []string{"place Zalesk: Zalesk"}},
		{"common noun in its name", "They met at the Zalesk Airport.", []string{"place Zalesk Airport: the Zalesk Airport"}},
	})
}

func TestOrganizations(t *testing.T) {
	run(t, []findTest{
		{"known", "The Arab League met.", []string{"organization Arab League: The Arab League"}},
		{"alias", "The OAS met.", []string{"organization Organization of American States: The OAS"}},
		{"ministry with a state", "The Chadian Foreign Ministry denied the report.", []string{"organization Chadian Foreign Ministry (TCD): The Chadian Foreign Ministry"}},
		{"the ministry later", "The Chadian Foreign Ministry denied the report. The ministry said no more.", []string{"organization Chadian Foreign Ministry (TCD): The Chadian Foreign Ministry | The ministry"}},
		{"ministry of", "The foreign ministry of Chad denied the report.", []string{"organization foreign ministry of Chad (TCD): The foreign ministry"}},
		{"acronym in brackets", "The Eastern River Commission (ERC) met. The ERC adjourned.",
			[]string{"organization Eastern River Commission: The Eastern River Commission | ERC | The ERC"}},
		{"unknown in capitals", "The Zalesk Observatory Trust signed.", []string{"organization Zalesk Observatory Trust: The Zalesk Observatory Trust"}},
		{"members stand for the body", "The members of the Security Council met.", []string{"organization UN Security Council: The members | the Security Council"}},
	})
}

func TestGroups(t *testing.T) {
	run(t, []findTest{
		{"known armed group", "Boko Haram attacked the post.", []string{"group Boko Haram (NGA): Boko Haram"}},
		{"movement with an acronym", "The Eastern Defence Movement (EDM) attacked the post.", []string{"group Eastern Defence Movement: The Eastern Defence Movement | EDM"}},
		{"people", "The Chadians left.", []string{"group Chadians (TCD): The Chadians"}},
		{"rebels", "Rebels attacked the post. The rebels left.", []string{"group Rebels: Rebels | The rebels"}},
		{"ministers", "The ministers left.", []string{"group ministers: The ministers"}},
		{"two leaders", "Anton Belik met Ilya Marek. The two leaders signed.", []string{"group The two leaders {Anton Belik, Ilya Marek}: The two leaders"}},
		{"both sides", "Chad met Mali. Both sides signed.", []string{"group Both sides {Chad, Mali}: Both sides"}},
		{"the parties", "Chad met Mali. The parties signed.", []string{"group The parties {Chad, Mali}: The parties"}},
		{"both sides twice", "Chad met Mali. Both sides signed. Both sides left.", []string{"group Both sides {Chad, Mali}: Both sides | Both sides"}},
	})
}

func TestAgreementsAndEvents(t *testing.T) {
	run(t, []findTest{
		{"agreement", "They signed the Zalesk Agreement.", []string{"agreement Zalesk Agreement: the Zalesk Agreement"}},
		{"the agreement later", "They signed the Zalesk Agreement. The agreement lapsed.", []string{"agreement Zalesk Agreement: the Zalesk Agreement | The agreement"}},
		{"convention on", "They quoted the Convention on Rivers.", []string{"agreement Convention on Rivers: the Convention"}},
		{"treaty of", "They quoted the Treaty of Zalesk.", []string{"agreement Treaty of Zalesk: the Treaty"}},
		{"summit", "The Zalesk Summit ended.", []string{"event Zalesk Summit: The Zalesk Summit"}},
	})
}

func TestUserNames(t *testing.T) {
	n := NewNames()
	n.Add(Name{Form: "Zalesk Trust", Kind: Organization, Name: "Zalesk Trust", Country: "MDA"})
	n.Add(Name{Form: "ZT", Kind: Organization, Name: "Zalesk Trust", Country: "MDA"})
	n.Add(Name{Form: "Chad", Kind: Group, Name: "Chad Quartet", Country: ""})
	doc := text.Tag(text.Cut("ZT met Chad. The Zalesk Trust left."))
	d := Find(syntax.Parse(doc, cues.Reports), marks.Find(doc), n, cues.Reports, Given{})
	var got []string
	for _, e := range d.Entities {
		got = append(got, render(d, e))
	}
	want := []string{"organization Zalesk Trust (MDA): ZT | The Zalesk Trust", "group Chad Quartet: Chad"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
}

func TestMentionOffsets(t *testing.T) {
	d := read(t, "“Été,” said Chad.")
	want := []text.Span{{Start: 18, End: 22}}
	for _, e := range d.Entities {
		if e.Kind == State {
			if diff := cmp.Diff(want, e.Mentions); diff != "" {
				t.Errorf("mentions (-want +got):\n%s", diff)
			}
		}
	}
}

func TestIssuer(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"apposition to we", "We, the Heads of State and Government, met in Zalesk. Chad left. Chad returned.", "Heads of State and Government"},
		{"most frequent subject", "Chad welcomes the plan. Mali is ready. Chad deplores the attack. We will not yield.", "Chad"},
		{"organisation", "The Arab League met. The Arab League deplores the attack. We stand ready.", "Arab League"},
		{"nobody", "It rained.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := read(t, tt.text)
			if got := nameOf(d, d.Issuer); got != tt.want {
				t.Errorf("issuer %q, want %q", got, tt.want)
			}
		})
	}
}

func TestIsActor(t *testing.T) {
	d := read(t, "Chad signed the Zalesk Agreement in Paris.")
	got := map[string]bool{}
	for id, e := range d.Entities {
		got[e.Name] = d.IsActor(id)
	}
	if diff := cmp.Diff(map[string]bool{"Chad": true, "Zalesk Agreement": false, "Paris": false}, got); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
	if d.IsActor(None) || d.Of(-1) != None || d.Body(None) != None {
		t.Error("nobody acts")
	}
}

func TestMembers(t *testing.T) {
	d := read(t, "Chad met Mali. Both sides signed. Niger left.")
	var all []int
	for id := range d.Entities {
		all = append(all, id)
	}
	var got []string
	for _, id := range d.Members(append(all, None)) {
		got = append(got, d.Entities[id].Name)
	}
	if diff := cmp.Diff([]string{"Chad", "Mali", "Niger"}, got); diff != "" {
		t.Errorf("members (-want +got):\n%s", diff)
	}
}

func TestBody(t *testing.T) {
	d := read(t, "Chadian President Anton Belik met Tamsin Adaeze. Chad signed.")
	got := map[string]string{}
	for id, e := range d.Entities {
		got[e.Name] = nameOf(d, d.Body(id))
	}
	want := map[string]string{"Anton Belik": "Chad", "Tamsin Adaeze": "Tamsin Adaeze", "Chad": "Chad"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bodies (-want +got):\n%s", diff)
	}
}

func TestOpening(t *testing.T) {
	d := read(t, "They said “we ‘left’ it”.")
	for closing, opening := range map[string]string{"’": "‘", "”": "“", "it": ""} {
		for i := range d.Tokens {
			if d.Word(i) != closing {
				continue
			}
			got := ""
			if k := d.Opening(i); k != None {
				got = d.Word(k)
			}
			if got != opening {
				t.Errorf("%s closes %q, want %q", closing, got, opening)
			}
		}
	}
}
