// Package communique reads diplomatic statements: readouts of calls, press statements, communiqués, resolutions, and the
// news reports on them. It says who said what, what stance they took towards whom, and what they are bound to do.
//
//	s, err := communique.Parse(text)
//	if err != nil {
//		return err
//	}
//	for _, q := range s.Quotes {
//		fmt.Println(q.Speaker, "said", q.Text)
//	}
//
// [Parse] returns a [Statement] with lists of what it found. Every span in them is a byte range of the text as given, so that
// text[s.Start:s.End] is what the library speaks of, whatever quotation marks, blanks or broken UTF-8 the text holds.
//
//   - Entities: persons with the role and state that the text gives them, states by name, adjective, capital or form of
//     government, organisations, groups with their members, agreements; each with all its mentions, pronouns among them.
//   - Quotes: contents attributed to a source by a cue, as in PARC and PolNeAR (Pareti 2012; Newell, Margolin and Ruths
//     2018): direct, mixed and indirect, each resolved to its speaker. What is told to be thought, intended or merely
//     mentioned stands apart, in Attributions.
//   - Stances: phrases such as "committed to intensify" (agree) or "continued violations" (accuse), with holders, targets,
//     negation and intensity. The labels are the event types of PLOVER, the successor of CAMEO (Schrodt 2012), and three
//     positions that are no events: affirm, concern and deny. docs/labels.md has three examples of each.
//   - Commitments: who is bound to do what, under which agreement, by when and on what condition; newly undertaken,
//     reaffirmed, invoked, breached, fulfilled or withdrawn.
//
// [Attribute] stops after the quotes; [Label] takes a phrase that stands alone.
//
// # Analyzers
//
// Parse uses a shared [Analyzer] with the embedded tables. Build one of your own with [New] to add actors ([WithActors]),
// reporting verbs ([WithCues]) or stance phrases ([WithStances]). An Analyzer is safe for concurrent use.
//
// # Adding phrases and verbs
//
// [WithStances] and [WithCues] take the rows of a table as one string: a row a line, with one tab between its columns. Blank
// lines are skipped, and comments, which begin with #. A mistake in a row is an error of [New] that names the line, what is
// wrong and what is allowed:
//
//	stances:3: target "object": want obj, subj, poss, adj or a preposition such as "to"
//
// The columns of WithStances are label, pattern, intensity (1 to 5) and where the target is sought, which may be empty:
//
//	request	prevail on|upon	2	on,upon
//	accuse	drag [foot|heel]	3	subj
//	accuse	haul ACTOR before ... court|tribunal	4	obj
//	agree	n:overture INF	2
//	concern	a:uneasy about	2	about
//
// The label is one of [Labels]. The intensity is that of [Intensity]; words such as "strongly" raise it, and of what is done
// rather than said, such as aid, it is always 2. A pattern is a trigger and what must follow it, separated by blanks:
//
//	condemn         a verb by its lemma, in whatever form the text has it
//	a:ready         an adjective or participle behind a copula, in this form
//	n:pledge        a noun by its singular, with a possessor or "by" and an actor
//	begin|stage     one of these verbs; adjectives and nouns likewise: a:sad|sorry
//	on|upon         one of these words; only adverbs and a particle may stand before it
//	[claim|report]  an object with one of these nouns: "false claims", "a series of reports"
//	NP              an object of any kind
//	ACTOR           an object that can act: a state, a person, an organisation, a group
//	PLACE           an object that is a place or a state
//	INF             an infinitive: "to leave"
//	INF-HOSTILE     an infinitive of an act of force or pressure: "to bomb"
//	THAT            a clause, with "that" or without
//	ING             a gerund: "leaving"
//	VERB            any verb
//	REFL            a reflexive pronoun: "itself"
//	WILL            nothing: the verb stands behind will, would or shall
//	... on          any element, here a word, behind up to 14 others in the sentence
//
// In the passive the subject stands for the object. Of the patterns that fit the most specific wins: words and nouns count
// most, then INF, THAT and ING, then ACTOR and PLACE, NP and VERB least. Of equal ones an added row wins over an embedded one,
// and the row added last over those before it. The target is the first actor found in these places, which are separated by
// commas:
//
//	obj             the object
//	subj            the subject, whose conduct is held against it by whoever speaks; alone
//	poss, adj       who has the object: "Mali's claim", "their claim", "the Malian claim"
//	to              what stands behind this preposition, or any other
//
// A request goes first of all to whoever is to act in the clause with "that" behind it, a promise or a threat to whom its
// infinitive names. A noun is the act of its possessor: with accuse and the labels of force and pressure the possessor is the
// target of whoever speaks, with the others it is the holder, and the target stands behind a preposition right behind the noun.
//
// The columns of WithCues are lemma, mode (assertion, belief, intention) and frames, with blanks between them:
//
//	crow	assertion	quote that bare
//	cable	assertion	quote that addressee
//	foresee	belief	that bare
//
// The mode becomes that of the quote: an assertion stands in the Quotes of a [Statement], the others in its Attributions. The
// frames are what the verb takes; infinitives are found by the learnt model, and the row gives them their mode:
//
//	quote      takes words between quotation marks: "...," he said
//	that       takes a clause with "that": he said that ...
//	bare       takes a clause without it too: he said the talks ...
//	addressee  takes the one spoken to as its object: he told reporters that ...
//	fragment   takes part of a sentence between marks as its complement: he called it "groundless"
//	inf        takes an infinitive: he wants to leave
//
// A row replaces the embedded one of its verb.
//
// # Showing and exchanging
//
// [Statement.HTML] and [Statement.Markdown] show a statement, [Graph] who says what to whom in several of them, [Ledger] what
// becomes of commitments, and [Compare] what changed between two. Jupyter's Go kernel finds these methods by itself: see
// the folder notebook. Package exchange writes the formats of others and reads actors from files, package report a page on many
// statements. A Statement marshals to JSON and unmarshals from it as it was, so that stored statements can be followed further.
//
// # How stances are read
//
// A phrase takes its label from the table internal/stance/stances.tsv, from a modal, or from what the sentence does with
// it. Where the definition leaves a case open, the library decides as follows.
//
//   - What somebody will or would do is a promise (agree) if the act is cooperative, a threat if it is hostile; what he
//     will not do is a refusal (reject) or, of a hostile act, a promise.
//   - What another "should", "must" or "needs to" do is a request by whoever speaks; an affirmation of it is one request.
//   - Hostile conduct told by a state, its bodies or a named person of another side is an accusation. Told by the narrator,
//     the police, witnesses, unnamed sources or the media it keeps its material label.
//   - An obligation that another side is said not to have met ("has not delivered") is an accusation.
//   - "We" is the speaker of speech acts, and the state he speaks for where it signs, closes, delivers or is bound.
//   - A conflictual stance without a target of its own is addressed to whom its holder took the last one against.
//   - Questions, conditions and mere possibilities ("may", "could") take no stance.
//
// # Limits
//
// English only. The rules know the genres above; satire, poetry and social media they do not. A speaker is resolved within
// one text: that "Obama" is the President of 2016 it does not know unless the text says so.
package communique
