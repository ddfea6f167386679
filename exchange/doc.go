// Package exchange writes statements in the formats that researchers exchange, reads brat's back, and reads lists of actors.
//
//   - brat standoff: [WriteBrat] and [ReadBrat], with the types of PolNeAR, so that its tools read the quotes.
//   - CSV (RFC 4180), a table each: [WriteQuotesCSV], [WriteStancesCSV], [WriteCommitmentsCSV].
//   - PLOVER event records, a JSON object per line: [WritePLOVER].
//   - W3C Web Annotation (JSON-LD): [WriteWebAnnotations].
//   - Actors and agents of the user's: [ReadActorsCSV], [ReadActorsPETRARCH], [ReadAgentsPETRARCH].
//
// The library counts offsets in bytes. These formats count characters, that is Unicode code points, from 0; a byte that is
// not part of valid UTF-8 counts as one character and is written as U+FFFD. A carriage return is a character, so that CRLF
// counts as two.
//
// The writers take statements of any origin. A span that does not lie within the text, is empty or cuts a character is
// left out, and so is the id of an entity or quote that the statement does not have; what hangs on nothing else goes with
// it. A nil statement is an empty one. docs/formats.md has the mappings and says what each format cannot hold.
package exchange
