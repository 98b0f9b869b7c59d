/** How many pieces there may be, and how long one of them and all of them together, in UTF-16 units; the compressor has room for these. */
const mostPieces = 1024;
const longestPiece = 1000;
const longestTogether = 20_000;

/** The first half of a character that stands for a piece. */
const first = 0xdc00;

/**
 * Pieces of text that recur thousands of times, as the markup around the cells of a table does, written as one character each.
 *
 * `packContent` puts them in full where text is compressed anyway: text in shorthand is a tenth as long, and so is the time to put it
 * together. The characters are second halves of a character without the first one, which no text holds: XML has no such characters, and
 * `escapeXml` lets none through.
 */
export class Shorthand {
  /** In the order of their characters. */
  readonly pieces: string[] = [];
  private readonly characters = new Map<string, string>();
  private length = 0;

  /** What stands for a piece: one character, or the piece itself if it is long or there are very many. */
  of(piece: string): string {
    const known = this.characters.get(piece);
    if (known !== undefined) return known;
    const isTooMuch = piece.length > longestPiece || this.length + piece.length > longestTogether;
    if (isTooMuch || piece.length < 2 || this.pieces.length === mostPieces) return piece;
    const character = String.fromCharCode(first + this.pieces.length);
    this.pieces.push(piece);
    this.characters.set(piece, character);
    this.length += piece.length;
    return character;
  }
}
