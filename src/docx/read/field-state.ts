/**
 * Which text of a field is shown (ISO/IEC 29500-1, 17.16.18): its result, not its instruction. Fields nest, and one may begin in one
 * paragraph and end in another.
 */
export class FieldState {
  private readonly open: { instruction: string; inResult: boolean }[] = [];

  /** @param dropsPageNumbers in headers and footers the number that was stored last says nothing */
  constructor(private readonly dropsPageNumbers: boolean) {}

  /** Takes a `w:fldChar`. */
  mark(type: string | undefined): void {
    if (type === "begin") this.open.push({ instruction: "", inResult: false });
    else if (type === "end") this.open.pop();
    else if (type === "separate") {
      const field = this.open.at(-1);
      if (field !== undefined) field.inResult = true;
    }
  }

  openSimple(instruction: string): void {
    this.open.push({ instruction, inResult: true });
  }

  closeSimple(): void {
    this.open.pop();
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined) field.instruction += text;
  }

  get inInstruction(): boolean {
    return this.open.some(({ inResult }) => !inResult);
  }

  /** Whether text at this place is printed. */
  show(text: string): boolean {
    if (this.open.length === 0 || text === "") return true;
    if (this.inInstruction) return false;
    return !this.dropsPageNumbers || !this.open.some(({ instruction }) => pageNumber.test(instruction));
  }
}

const pageNumber = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;
