package communique

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestStancesOfTurns reads transcripts, in which "I" is whoever has the turn and a question takes no stance.
func TestStancesOfTurns(t *testing.T) {
	tests := []struct{ name, issuer, text, want string }{
		{"briefing with no-break spaces", "Government of Norway", `Press Briefing by Press Secretary Karin Belik-Lund and National Security Advisor Tom Aasen

2:15 P.M.

MS. BELIK-LUND:_ Good afternoon, everyone._ I welcome the ceasefire in Mali.

And I want to be clear:_ Chad is a friend.

I condemn the attack on the bridge.

Q___ Thank you, Karin._ Russia condemned the plan, and Latvia supports it.

I urge Norway to answer.

MS. BELIK-LUND:_ I reject that claim.

I call on Russia to withdraw.

MR. AASEN (on the phone):_ Estonia met us halfway._ I thank Estonia.

Q__ What about Chad?

MR. AASEN:_ Chad is a partner.

I urge Chad to stay.

**MS. BELIK-LUND:**_ I regret the delay.`, `support: Karin Belik-Lund
accuse: Karin Belik-Lund
deny: Karin Belik-Lund
request: Karin Belik-Lund
support: Tom Aasen
request: Tom Aasen
concern: Karin Belik-Lund`},
		{"questions and answers", "Zhelik Oromu", `Q: Latvia condemned your country on Monday. I urge you to explain.

A: I welcome the question. Chad has stayed.

I urge Latvia to talk.

Q: Estonia rejects that.

A: I regret it.`, `support: Zhelik Oromu
request: Zhelik Oromu
concern: Zhelik Oromu`},
		{"parliament", "", `The PRESIDING OFFICER. The Senator from Maine is recognized.
Mr. KING. Madam President, I urge Russia to withdraw.
Mr. AASEN (during the reading). I condemn the raid.`, `request: King
accuse: Aasen`},
		{"turns that run together", "", `They met in Zalesk.*** President of Chad Anton Belik: Welcome. I thank Mali for its help. Prime Minister of Mali Tamsin Adaeze: It is a pleasure. I support the plan. Anton Belik: I urge Mali to sign.`,
			`support: Anton Belik
support: Tamsin Adaeze
request: Anton Belik`},
		{"no transcript", "", `Key points: Chad condemned the raid.

Location: Oslo

Next Steps: Mali urged Niger to sign.`, `accuse: Chad
request: Mali`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := New()
			if err != nil {
				t.Fatal(err)
			}
			s, err := a.ParseDocument(Document{Text: strings.ReplaceAll(tt.text, "_", "\u00a0"), Issuer: tt.issuer})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, x := range s.Stances {
				if holders := strings.Join(x.Holders, ", "); !strings.Contains(x.Phrase.Text, "met") {
					got = append(got, string(x.Label)+": "+holders)
				}
			}
			if diff := cmp.Diff(strings.Split(tt.want, "\n"), got); diff != "" {
				t.Errorf("stances (-want +got):\n%s", diff)
			}
			for _, e := range s.Entities {
				if strings.HasPrefix(e.Name, "Q") {
					t.Errorf("%q is an entity", e.Name)
				}
			}
		})
	}
}
