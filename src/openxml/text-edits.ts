/** Changes to a text, gathered while it is read and made all at once: each position is one of the text as it was. */
export class TextEdits {
  private readonly edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
  }

  /** What is inserted at the same place stands in the order of the calls, and before what is replaced there. */
  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  apply(text: string): string {
    if (this.edits.length === 0) return text;
    const pieces: string[] = [];
    let done = 0;
    for (const edit of [...this.edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
      pieces.push(text.slice(done, edit.start), edit.text);
      done = edit.end;
    }
    pieces.push(text.slice(done));
    return pieces.join("");
  }
}
