package lexicon

import (
	_ "embed" // for the tables
	"strconv"
	"sync"

	"github.com/communique-go/communique/internal/table"
)

//go:embed verbs.tsv
var verbTable string

//go:embed modals.tsv
var modalTable string

//go:embed words.tsv
var wordTable string

var (
	verbs = table.NewClasses("verbs.tsv", verbTable)
	words = table.NewClasses("words.tsv", wordTable)
)

// The classes of verbs, by their lemmas. The comment at the top of verbs.tsv says what each is.
var (
	BareVerb    = verbs.Class("bare")
	Binding     = verbs.Class("bind")
	Breaching   = verbs.Class("breach")
	Complying   = verbs.Class("comply")
	Control     = verbs.Class("control")
	Copula      = verbs.Class("copula")
	Failing     = verbs.Class("fail")
	FirmVerb    = verbs.Class("firm")
	Fulfilling  = verbs.Class("fulfil")
	Honouring   = verbs.Class("honour")
	Holding     = verbs.Class("hold")
	Hostile     = verbs.Class("hostile")
	MeetingVerb = verbs.Class("meet")
	Motion      = verbs.Class("motion")
	Negating    = verbs.Class("negate")
	Owed        = verbs.Class("owe")
	Promised    = verbs.Class("promise")
	Speaking    = verbs.Class("speak")
	SoftVerb    = verbs.Class("soft")
	Uttering    = verbs.Class("utter")
	VagueVerb   = verbs.Class("vague")
	Voicing     = verbs.Class("voice")
)

// The classes of other words. The comment at the top of words.tsv says what each is.
var (
	Bare              = words.Class("bare")
	Body              = words.Class("body")
	ClauseOpener      = words.Class("clause")
	Commitment        = words.Class("commitment")
	Dependent         = words.Class("dependent")
	Direction         = words.Class("direction")
	Duty              = words.Class("duty")
	Encounter         = words.Class("encounter")
	EndsAction        = words.Class("ends-action")
	Evaluative        = words.Class("evaluative")
	Firm              = words.Class("firm")
	Function          = words.Class("function")
	Geography         = words.Class("geography")
	Hardware          = words.Class("hardware")
	Head              = words.Class("head")
	Honours           = words.Class("honours")
	Judgement         = words.Class("judgement")
	Measure           = words.Class("measure")
	NameSuffix        = words.Class("name-suffix")
	NamedBody         = words.Class("named-body")
	Naming            = words.Class("naming")
	NoName            = words.Class("no-name")
	Pair              = words.Class("pair")
	PairOfPersons     = words.Class("pair-of-persons")
	Place             = words.Class("place")
	Pledge            = words.Class("pledge")
	Portfolio         = words.Class("portfolio")
	Preposition       = words.Class("preposition")
	Pronoun           = words.Class("pronoun")
	Severe            = words.Class("severe")
	Soft              = words.Class("soft")
	Spokesperson      = words.Class("spokesperson")
	StateOffice       = words.Class("state-office")
	StatementNoun     = words.Class("statement")
	Strong            = words.Class("strong")
	StrongAdjective   = words.Class("strong-adjective")
	Subordinator      = words.Class("subordinator")
	TimeWord          = words.Class("time")
	Under             = words.Class("under")
	TargetPreposition = words.Class("target")
	Vague             = words.Class("vague")
	Willing           = words.Class("willing")
)

// Modals returns how firmly each modal verb binds whom it is said of, from 1 to 4.
func Modals() map[string]int { return modals() }

var modals = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for _, r := range table.MustParse("modals.tsv", modalTable, 2) {
		all[r.Cells[0]], _ = strconv.Atoi(r.Cells[1]) // a test has checked it
	}
	return all
})
