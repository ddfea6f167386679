package text

import (
	_ "embed" // for the table

	"github.com/communique-go/communique/internal/table"
)

//go:embed words.tsv
var wordTable string

var classes = table.NewClasses("words.tsv", wordTable)

// The classes of words. The comment at the top of words.tsv says what each is.
var (
	answerers      = classes.Class("answerer")
	askers         = classes.Class("asker")
	clitics        = classes.Class("clitic")
	connectors     = classes.Class("connector")
	headings       = classes.Class("heading")
	modifiers      = classes.Class("modifier")
	nameParticles  = classes.Class("particle")
	presidingWords = classes.Class("presiding")
	singularS      = classes.Class("singular")
	starters       = classes.Class("starter")
	titles         = classes.Class("title")
)
