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
	clitics       = classes.Class("clitic")
	nameParticles = classes.Class("particle")
	singularS     = classes.Class("singular")
	starters      = classes.Class("starter")
)
