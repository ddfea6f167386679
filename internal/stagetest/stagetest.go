// Package stagetest takes the texts of tests through the stages before the one that is tested, with the embedded tables.
package stagetest

import (
	"sync"

	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

var (
	names = sync.OnceValue(entity.NewNames)
	cues  = sync.OnceValue(cue.Default)
)

// Entities returns a text with its entities. The stages that follow take it from there in one line, each the document of the
// one before it.
func Entities(s string) *entity.Doc { return EntitiesGiven(s, entity.Given{}) }

// EntitiesGiven is Entities for a text of which more is known.
func EntitiesGiven(s string, given entity.Given) *entity.Doc {
	doc := text.Tag(text.Cut(s))
	return entity.Find(syntax.Parse(doc, cues().Reports), marks.Find(doc), names(), cues().Reports, given)
}
