package entity

import "testing"

func TestTitledNames(t *testing.T) {
	run(t, []findTest{
		{"field of an office", "Minister of Foreign Affairs Tamsin Adaeze left.", []string{"person Tamsin Adaeze (Minister of Foreign Affairs): Minister of Foreign Affairs Tamsin Adaeze"}},
		{"two prepositions", "Under Secretary of State for Political Affairs Anton Belik left.",
			[]string{"person Anton Belik (Under Secretary of State for Political Affairs): Under Secretary of State for Political Affairs Anton Belik"}},
		{"adjectives joined", "Deputy Minister for Eastern and Southern Affairs Anton Belik left.",
			[]string{"person Anton Belik (Deputy Minister for Eastern and Southern Affairs): Deputy Minister for Eastern and Southern Affairs Anton Belik"}},
		{"state behind of", "President of Moldova Ilya Marek left.", []string{"person Ilya Marek (President, MDA): President of Moldova Ilya Marek"}},
		{"surname alone", "Secretary of Defense Whitlock left.", []string{"person Whitlock (Secretary of Defense): Secretary of Defense Whitlock"}},
		{"two persons stay two", "The spokesman for Anton Belik left.", []string{"person spokesman (spokesman): The spokesman", "person Anton Belik: Anton Belik"}},
		{"no name behind", "The Minister of Foreign Affairs of Chad left.", []string{"person Minister of Foreign Affairs of Chad (Minister, TCD): The Minister"}},
		{"shared by two", "Presidents Ilya Marek and Anton Belik left.", []string{"person Ilya Marek (President): Ilya Marek", "person Anton Belik (President): Anton Belik"}},
		{"possessor", "President Belik's envoy left.", []string{"person Belik (President): President Belik", "person envoy (envoy): President Belik's envoy"}},
	})
}

func TestWholeNames(t *testing.T) {
	run(t, []findTest{
		{"suffix", "President Anton P. Belik, Jr., left. Belik spoke.", []string{"person Anton P. Belik, Jr. (President): President Anton P. Belik, Jr. | Belik"}},
		{"comma without a suffix", "President Anton P. Belik, Mr. Marek and Ms. Ruiz left.", []string{"person Anton P. Belik (President): President Anton P. Belik", "person Marek: Mr. Marek", "person Ruiz: Ms. Ruiz"}},
		{"letters of an order", "Mr Peter Belik AO left.", []string{"person Peter Belik: Mr Peter Belik AO"}},
		{"late", "They mourned the late Anton Belik.", []string{"person Anton Belik: the late Anton Belik"}},
		{"day before", "On Monday President Belik left.", []string{"person Belik (President): President Belik"}},
		{"night before", "Last night Anton Belik left.", []string{"person Anton Belik: Anton Belik"}},
		{"month that is a name", "April Whitlock left.", []string{"person April Whitlock: April Whitlock"}},
		{"place before", "In Lima Anton Belik left.", []string{"person Anton Belik: Anton Belik"}},
		{"first name alone", "Anton Belik left. Anton spoke.", []string{"person Anton Belik: Anton Belik | Anton"}},
		{"first name of two", "Anton Belik met Anton Ruiz. Anton spoke.", []string{"person Anton Belik: Anton Belik", "person Anton Ruiz: Anton Ruiz", "person Anton: Anton"}},
		{"family name first", "President Wen Jiahao left. President Wen spoke.", []string{"person Wen Jiahao (President): President Wen Jiahao | President Wen"}},
		{"spellings", "President El-Baradi met Minister Kowalskyy. Baradi thanked Kowalski.",
			[]string{"person El-Baradi (President): President El-Baradi | Baradi", "person Kowalskyy (Minister): Minister Kowalskyy | Kowalski"}},
	})
	run(t, []findTest{
		{"verb before a state", "We welcome the truce and urge Chad to talk.", []string{"state Chad (TCD): Chad"}},
		{"verb behind a quantifier", "Many fear Chad.", []string{"state Chad (TCD): Chad"}},
		{"noun for a person before a state", "They met host Chad.", []string{"state Chad (TCD): host Chad"}},
		{"neither", "Neither Chad nor Mali left.", []string{"state Chad (TCD): Chad", "state Mali (MLI): Mali"}},
	})
}

func TestOffices(t *testing.T) {
	run(t, []findTest{
		{"vice president", "President Belik met Vice President Marek. The President left. The Vice President spoke.",
			[]string{"person Belik (President): President Belik | The President", "person Marek (Vice President): Vice President Marek | The Vice President"}},
		{"vice president last", "President Belik left. Vice President Marek followed. The President spoke.",
			[]string{"person Belik (President): President Belik | The President", "person Marek (Vice President): Vice President Marek"}},
		{"of two states", "The representative of Chad left. The representative of Mali spoke.",
			[]string{"person representative of Chad (representative, TCD): The representative", "person representative of Mali (representative, MLI): The representative"}},
		{"of a body", "President Belik of Chad left. The President of the European Council spoke.",
			[]string{"person Belik (President, TCD): President Belik", "person President of the European Council (President): The President"}},
		{"head of state", "President Belik left. The Head of State spoke.", []string{"person Belik (President): President Belik | The Head"}},
	})
	run(t, []findTest{
		{"plural of a title", "Foreign Minister Anton Belik met Foreign Minister Ilya Marek. The two foreign ministers left.",
			[]string{"group two foreign ministers {Anton Belik, Ilya Marek}: The two foreign ministers"}},
		{"plural of another title", "Foreign Minister Anton Belik met President Ilya Marek. The foreign ministers left.",
			[]string{"group foreign ministers: The foreign ministers"}},
	})
}

func TestBodies(t *testing.T) {
	run(t, []findTest{
		{"for and of", "The Front for the Liberation of Azania left.", []string{"organization Front for the Liberation of Azania: The Front for the Liberation of Azania"}},
		{"to", "The Committee to Protect Journalists left.", []string{"organization Committee to Protect Journalists: The Committee to Protect Journalists"}},
		{"to a state", "The Commission to Chad left.", []string{"organization Commission (TCD): The Commission"}},
		{"name of a table", "Save the Children left.", []string{"organization Save the Children: Save the Children"}},
		{"alone", "The committee left.", []string{"organization committee: The committee"}},
		{"alone but no actor", "The organization of the vote took weeks.", []string{"event vote: the vote"}},
		{"longer than the table has it", "The U.S. Department of State left.", []string{"organization U.S. Department of State (USA): The U.S. Department | State"}},
	})
}

func TestDivisions(t *testing.T) {
	run(t, []findTest{
		{"division", "New Mexico sued.", []string{"place New Mexico: New Mexico"}},
		{"before an office", "Georgia Senator Anton Belik left.", []string{"person Anton Belik (Senator): Georgia Senator Anton Belik"}},
		{"state of the name", "Georgia left.", []string{"state Georgia (GEO): Georgia"}},
		{"sea", "They met on the South China Sea.", []string{"place South China Sea (CHN): the South China Sea"}},
		{"new before a state", "New Guinea left.", []string{"place New Guinea: New Guinea"}},
	})
}
