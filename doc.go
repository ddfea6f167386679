// Package communique reads diplomatic statements: readouts of calls, press statements, communiqués, resolutions, and the
// news reports on them. It says who said what, what stance they took towards whom, and what they are bound to do.
//
//	s, err := communique.Parse(text)
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
// # Showing and exchanging
//
// [Statement.HTML] and [Statement.Markdown] show a statement, [Graph] who says what to whom in several of them, [Ledger] what
// becomes of commitments, and [Compare] what changed between two. Jupyter's Go kernel finds these methods by itself: see
// the folder notebook. Package exchange writes the formats of others, package report a page on many statements.
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
