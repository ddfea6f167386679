// Package tagger assigns Penn Treebank part-of-speech tags to the words of
// English sentences.
//
// It is a greedy averaged perceptron (Collins 2002) whose weights are embedded
// in the program; MODEL.md says where they come from and how good they are.
// The same words always get the same tags, and everything here may be used
// from several goroutines at once.
package tagger

// Tag is a Penn Treebank part-of-speech tag as a small integer. Its zero value
// is NN.
type Tag uint8

// The Penn Treebank tags. PRPS and WPS stand for PRP$ and WP$. Punctuation
// follows the treebank too: Period is any sentence end (. ? !), Colon is : ;
// dashes, the ellipsis and the slash, the two quotes are their opening and
// closing forms, brackets are of any kind, Dollar is any currency sign.
// Other is none of the treebank's: bullets and signs that are not words, and
// empty strings.
const (
	NN Tag = iota
	NNS
	NNP
	NNPS
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	MD
	JJ
	JJR
	JJS
	RB
	RBR
	RBS
	RP
	IN
	TO
	DT
	PDT
	CC
	CD
	EX
	FW
	LS
	POS
	PRP
	PRPS
	SYM
	UH
	WDT
	WP
	WPS
	WRB
	Comma
	Period
	Colon
	OpenQuote
	CloseQuote
	LeftBracket
	RightBracket
	Dollar
	Hash
	Other

	numTags = int(Other) + 1
)

// NumTags is the number of tags; every Tag is below it.
const NumTags = numTags

var tagNames = [numTags]string{
	NN: "NN", NNS: "NNS", NNP: "NNP", NNPS: "NNPS",
	VB: "VB", VBD: "VBD", VBG: "VBG", VBN: "VBN", VBP: "VBP", VBZ: "VBZ", MD: "MD",
	JJ: "JJ", JJR: "JJR", JJS: "JJS", RB: "RB", RBR: "RBR", RBS: "RBS", RP: "RP",
	IN: "IN", TO: "TO", DT: "DT", PDT: "PDT", CC: "CC", CD: "CD", EX: "EX", FW: "FW",
	LS: "LS", POS: "POS", PRP: "PRP", PRPS: "PRP$", SYM: "SYM", UH: "UH",
	WDT: "WDT", WP: "WP", WPS: "WP$", WRB: "WRB",
	Comma: ",", Period: ".", Colon: ":", OpenQuote: "``", CloseQuote: "''",
	LeftBracket: "-LRB-", RightBracket: "-RRB-", Dollar: "$", Hash: "#", Other: "OTHER",
}

// String returns the treebank's name of the tag, such as "VBD" or "PRP$".
func (t Tag) String() string {
	if int(t) < len(tagNames) {
		return tagNames[t]
	}
	return "OTHER"
}

// ParseTag returns the tag with the given treebank name. It reports false,
// and Other, for a name that it does not know.
func ParseTag(name string) (Tag, bool) {
	for t, n := range tagNames {
		if n == name {
			return Tag(t), true
		}
	}
	return Other, false
}

// IsNoun reports whether t is NN, NNS, NNP or NNPS.
func (t Tag) IsNoun() bool { return t <= NNPS }

// IsVerb reports whether t is one of the VB tags; MD is not one of them.
func (t Tag) IsVerb() bool { return t >= VB && t <= VBZ }
