package tagger

import (
	"fmt"
	"hash/crc32"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/communique-go/communique/internal/table"
)

// diplomatic has sentences with the tags of some of their words, in order.
// A word without a tag may have any.
var diplomatic = []string{
	"He attacks/VBZ the town while the attacks/NNS continue/VBP .",
	"The minister/NN condemned/VBD the attacks/NNS and urged/VBD restraint/NN .",
	"The/DT talks/NNS continue/VBP",
	"The talks/NNS continue/VBP .",
	"Russia/NNP calls/VBZ for/IN talks/NNS",
	"Russia/NNP calls/VBZ for talks/NNS .",
	"We welcome/VBP the calls/NNS for restraint/NN .",
	"the calls/NNS for/IN restraint/NN",
	"She/PRP will/MD visit/VB Paris/NNP next week .",
	"They support/VBP the plan/NN .",
	"We thank/VBP them for their/PRP$ support/NN for the plan/NN .",
	"their/PRP$ support/NN for the plan/NN",
	"China/NNP urges/VBZ all parties/NNS to/TO exercise/VB restraint/NN .",
	"The Security Council demands/VBZ that both sides/NNS halt/VBP the fighting/NN .",
	"The demands/NNS of the two sides/NNS differ/VBP .",
	"Iran/NNP rejected/VBD the demands/NNS of the European powers/NNS .",
	"Japan/NNP strongly/RB protests/VBZ the launch/NN .",
	"The protests/NNS spread/VBD|VBP to the capital/NN .",
	"The ambassador/NN was/VBD summoned/VBN to the ministry/NN on/IN Friday/NNP .",
	"France/NNP has/VBZ condemned/VBN the bombing/NN of the hospital/NN .",
	"We condemn/VBP in the strongest/JJS terms/NNS the use/NN of chemical weapons/NNS .",
	"Both countries/NNS agreed/VBD to resume/VB talks/NNS in Geneva/NNP .",
	"The envoy/NN called/VBD on the rebels/NNS to lay/VB down/RP their arms/NNS .",
	"Sanctions/NNS imposed/VBN by the United/NNP States/NNPS hurt/VBP|VBD civilians/NNS .",
	"The EU sanctions/VBZ individuals/NNS who/WP threaten/VBP peace/NN .",
	"Ankara/NNP plans/VBZ to deploy/VB troops/NNS along the border/NN .",
	"Its plans/NNS were/VBD criticized/VBN by neighbours/NNS .",
	"Turkey/NNP does/VBZ n't/RB recognize/VB the government/NN .",
	"Turkey/NNP does/VBZ n’t/RB recognize/VB the government/NN .",
	"We ca/MD n't/RB accept/VB this ultimatum/NN .",
	"“/`` We can/MD not/RB accept/VB this , ”/'' the spokesman/NN said/VBD .",
	"\"/`` We can/MD not accept/VB this , \"/'' the spokesman/NN said/VBD .",
	"Russia/NNP 's/POS ambassador/NN walked/VBD out/RP|IN of the meeting/NN .",
	"Russia/NNP ’s/POS ambassador/NN walked/VBD out of the meeting/NN .",
	"It 's/VBZ time/NN to act/VB .",
	"The ministers/NNS will/MD meet/VB on/IN Monday/NNP and sign/VB the accord/NN .",
	"The President/NNP vetoed/VBD the bill/NN despite/IN a threat/NN of protests/NNS .",
	"Egypt/NNP offers/VBZ to host/VB the next round/NN .",
	"The offers/NNS were/VBD refused/VBN .",
	"Israel/NNP fears/VBZ an attack/NN .",
	"Their fears/NNS grew/VBD .",
	"He said/VBD that the attack/NN would/MD delay/VB the vote/NN .",
	"Any attack/NN on our forces/NNS will/MD be/VB answered/VBN .",
	"If they attack/VBP us , we will/MD respond/VB .",
	"The parties/NNS pledge/VBP to respect/VB the ceasefire/NN .",
	"Their pledge/NN to respect/VB the ceasefire/NN was/VBD welcomed/VBN .",
	"Canada/NNP and Mexico/NNP welcome/VBP the agreement/NN .",
	"The agreement/NN signed/VBN in Vienna/NNP remains/VBZ in force/NN .",
	"Talks/NNS between/IN the two Koreas/NNPS|NNP|NNS broke/VBD down/RP .",
	"The United/NNP Nations/NNPS|NNP Secretary-General/NNP|NN visited/VBD Damascus/NNP .",
	"The visit/NN lasted/VBD two/CD days/NNS .",
	"Germany/NNP pledged/VBD $/$ 50/CD million/CD in aid/NN (/-LRB- see below )/-RRB- .",
	"The aid/NN –/: food and medicine/NN –/: arrived/VBD late/RB .",
}

// parse takes "attacks/VBZ" apart. Alternatives are kept as they are.
func parse(line string) (words, want []string) {
	for _, f := range strings.Fields(line) {
		w, t := f, ""
		if i := strings.LastIndexByte(f, '/'); i > 0 {
			w, t = f[:i], f[i+1:]
		}
		words = append(words, w)
		want = append(want, t)
	}
	return words, want
}

func agrees(got Tag, want string) bool {
	if want == "" {
		return true
	}
	for _, w := range strings.Split(want, "|") {
		if got.String() == w {
			return true
		}
	}
	return false
}

func show(words []string, tags []Tag) string {
	var b strings.Builder
	for i, w := range words {
		fmt.Fprintf(&b, "%s/%s ", w, tags[i])
	}
	return b.String()
}

func TestDiplomatic(t *testing.T) {
	for _, line := range diplomatic {
		words, want := parse(line)
		got := TagWords(words, nil)
		for i := range words {
			if !agrees(got[i], want[i]) {
				t.Errorf("%s: %s, want %s\n\tin %s", words[i], got[i], want[i], show(words, got))
			}
		}
	}
}

// TestHarder measures the tagger on sentences most of whose words could be
// something else. It need not know all of them.
func TestHarder(t *testing.T) {
	text, err := os.ReadFile("testdata/harder.txt")
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		words, want := parse(line)
		for i, got := range TagWords(words, nil) {
			if want[i] == "" {
				continue
			}
			all++
			if agrees(got, want[i]) {
				right++
			} else {
				t.Logf("%s: %s, want %s\n\tin %s", words[i], got, want[i], line)
			}
		}
	}
	t.Logf("%d of %d right", right, all)
	if right*100 < all*92 {
		t.Errorf("%d of %d right", right, all)
	}
}

// Without the help of capitals most words must still get their tag.
func TestCapitals(t *testing.T) {
	for _, c := range []struct {
		name string
		f    func(string) string
	}{
		{"upper", strings.ToUpper},
		{"title", func(s string) string { return strings.ToUpper(s[:1]) + s[1:] }},
	} {
		right, all := 0, 0
		for _, line := range diplomatic {
			words, want := parse(line)
			for i, w := range words {
				if w[0] < 0x80 && w != "n't" && w != "'s" {
					words[i] = c.f(w)
				}
			}
			for i, got := range TagWords(words, nil) {
				if want[i] == "" {
					continue
				}
				all++
				if agrees(got, want[i]) {
					right++
				}
			}
		}
		t.Logf("%s: %d of %d right", c.name, right, all)
		if right*100 < all*85 {
			t.Errorf("%s: %d of %d right", c.name, right, all)
		}
	}
}

func TestRules(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`" No . "`, "`` UH|DT . ''"},
		{"“ ” « » `` ''", "`` '' `` '' `` ''"},
		{"( [ { ) ] }", "-LRB- -LRB- -LRB- -RRB- -RRB- -RRB-"},
		{"-LRB- -RRB- -LSB- -RSB-", "-LRB- -RRB- -LRB- -RRB-"},
		{"- – — -- : ; … ...", ": : : : : : : :"},
		{". ? ! , $ € #", ". . . , $ $ #"},
		{"• ● ©", "OTHER OTHER OTHER"},
	} {
		words := strings.Fields(c.line)
		want := strings.Fields(c.want)
		for i, got := range TagWords(words, nil) {
			if !agrees(got, want[i]) {
				t.Errorf("%s: %s is %s, want %s", c.line, words[i], got, want[i])
			}
		}
	}
}

// Odd words must neither panic nor disturb the length.
func TestOdd(t *testing.T) {
	if got := TagWords(nil, nil); len(got) != 0 {
		t.Errorf("no words have tags %v", got)
	}
	odd := [][]string{
		{""}, {"", "", ""}, {"\xff\xfe"}, {"’"}, {"‘", "s"}, {strings.Repeat("ab", 10000)},
		{"École", "ЖУРНАЛ", "東京", "\u00a0", "1,000.50", "3rd", "@x", "#x", "https://example.org/a?b=c"},
		strings.Fields(strings.Repeat("the talks continue . ", 1000)),
	}
	dst := make([]Tag, 3)
	for _, words := range odd {
		got := TagWords(words, dst)
		if len(got) != len(words) {
			t.Errorf("%.40q: %d tags for %d words", words, len(got), len(words))
		}
		for i, tag := range got {
			if int(tag) >= NumTags {
				t.Errorf("%.40q: tag %d", words[i], tag)
			}
		}
	}
}

// TestSmall checks that small.tsv is sorted and in lower case.
func TestSmall(t *testing.T) {
	previous := ""
	for _, r := range table.MustParse("small.tsv", smallTable, 1) {
		word := r.Cells[0]
		if word <= previous || word != strings.ToLower(word) {
			t.Errorf("small.tsv:%d: %q stands behind %q or has a capital", r.Line, word, previous)
		}
		previous = word
	}
}

func TestNames(t *testing.T) {
	for i := 0; i < NumTags; i++ {
		got, ok := ParseTag(Tag(i).String())
		if !ok || got != Tag(i) {
			t.Errorf("ParseTag(%q) = %v, %v", Tag(i), got, ok)
		}
	}
	if s := Tag(200).String(); s != "OTHER" {
		t.Errorf("Tag(200) is %s", s)
	}
	if _, ok := ParseTag("XYZ"); ok {
		t.Error("XYZ is a tag")
	}
	for _, c := range []struct {
		tag        Tag
		noun, verb bool
	}{{NN, true, false}, {NNPS, true, false}, {VB, false, true}, {VBZ, false, true}, {MD, false, false}, {JJ, false, false}} {
		if c.tag.IsNoun() != c.noun || c.tag.IsVerb() != c.verb {
			t.Errorf("%s: noun %v, verb %v", c.tag, c.tag.IsNoun(), c.tag.IsVerb())
		}
	}
}

// golden are the hash of all features of the sentences of the table and the
// hash of the tags that the embedded model gives them. The first changes
// whenever the features do: count Version up then, and learn the model anew.
// The second changes with the model.
const (
	goldenFeatures = 0xb68619d5
	goldenTags     = 0x60e46b6e
)

func TestGolden(t *testing.T) {
	features, tags := crc32.NewIEEE(), crc32.NewIEEE()
	var s Sentence
	var f Features
	for _, line := range diplomatic {
		words, _ := parse(line)
		got := TagWords(words, nil)
		s.Reset(words)
		for i, tag := range got {
			f.N = 0
			s.Static(i, &f)
			s.Dynamic(i, &f)
			for _, h := range f.H[:f.N] {
				features.Write([]byte{byte(h), byte(h >> 8), byte(h >> 16), byte(h >> 24)})
			}
			// A fixed sequence of tags, so that this half does not depend on the model.
			s.Push(i, Tag(i*7%int(Other)))
			tags.Write([]byte{byte(tag)})
		}
	}
	if got := features.Sum32(); got != goldenFeatures {
		t.Errorf("features hash to %#x, want %#x: if they are to change, count Version up and learn the model anew", got, uint32(goldenFeatures))
	}
	if got := tags.Sum32(); got != goldenTags {
		t.Errorf("tags hash to %#x, want %#x: another model", got, uint32(goldenTags))
	}
}

func TestDeterministicAndConcurrent(t *testing.T) {
	all := make([][]string, len(diplomatic))
	want := make([][]Tag, len(diplomatic))
	for i, line := range diplomatic {
		all[i], _ = parse(line)
		want[i] = TagWords(all[i], nil)
	}
	var wg sync.WaitGroup
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var dst []Tag
			for r := 0; r < 5; r++ {
				for i := range all {
					dst = TagWords(all[i], dst)
					for j := range dst {
						if dst[j] != want[i][j] {
							t.Errorf("%v: other tags the next time", all[i])
							return
						}
					}
				}
			}
		}()
	}
	wg.Wait()
}

func TestModelFile(t *testing.T) {
	if n := len(modelFile); n > 1_200_000 {
		t.Errorf("model of %d bytes", n)
	}
	start := time.Now()
	if _, err := Decode(modelFile); err != nil {
		t.Fatal(err)
	}
	t.Logf("loaded in %v", time.Since(start))
	for _, n := range []int{0, 3, 10, 17, 18, 30, len(modelFile) / 2, len(modelFile) - 10} {
		if _, err := Decode(modelFile[:n]); err == nil {
			t.Errorf("the first %d bytes are a model", n)
		}
	}
	other := append([]byte(nil), modelFile...)
	other[4]++
	if _, err := Decode(other); err == nil {
		t.Error("a model of another version is read")
	}
}

func TestNoAllocations(t *testing.T) {
	words, _ := parse(diplomatic[0])
	dst := TagWords(words, nil)
	// Not TagWords, whose pool may be emptied at any time.
	var s Sentence
	if n := testing.AllocsPerRun(200, func() { embedded.tag(&s, words, dst) }); n != 0 {
		t.Errorf("%v allocations a sentence", n)
	}
}

func BenchmarkTagWords(b *testing.B) {
	var all [][]string
	n := 0
	for _, line := range diplomatic {
		words, _ := parse(line)
		all = append(all, words)
		n += len(words)
	}
	var dst []Tag
	dst = TagWords(all[0], dst)
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		for _, words := range all {
			dst = TagWords(words, dst)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		if _, err := Decode(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}

// TestTagFile prints the tags of the sentences in the file that TAGGER_FILE
// names, one sentence a line. It is there to look at the tagger by hand.
func TestTagFile(t *testing.T) {
	name := os.Getenv("TAGGER_FILE")
	if name == "" {
		t.Skip("TAGGER_FILE is not set")
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		words := strings.Fields(line)
		t.Log(show(words, TagWords(words, nil)))
	}
}
