/** What can be checked of a Markdown file. */
export interface Page {
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  readonly codeBlocks: readonly { readonly language: string; readonly code: string }[];
  readonly tables: readonly Table[];
  readonly codeSpans: readonly string[];
  /** Targets of links and pictures, decoded. */
  readonly links: readonly string[];
}

export interface Table {
  /** The heading it stands under. */
  readonly under: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Takes a Markdown file apart, as far as our documents use Markdown. */
export function readPage(source: string): Page {
  const codeBlocks = [...source.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    code: code!,
  }));
  const prose = source.replaceAll(/^```[\s\S]*?^```$/gm, "");
  const headings: { level: number; text: string }[] = [];
  const tables: { under: string; columns: string[]; rows: string[][] }[] = [];
  let table: (typeof tables)[number] | undefined;
  for (const line of prose.split("\n")) {
    const heading = /^(#+) (.+)$/.exec(line);
    if (heading !== null) headings.push({ level: heading[1]!.length, text: heading[2]! });
    if (!line.startsWith("|")) table = undefined;
    else if (table === undefined) {
      table = { under: headings.at(-1)?.text ?? "", columns: cellsOf(line), rows: [] };
      tables.push(table);
    } else if (!/^[|\s:-]+$/.test(line)) table.rows.push(cellsOf(line));
  }
  const links = [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => decodeURIComponent(target!));
  return { headings, codeBlocks, tables, codeSpans: spansOf(prose), links };
}

function cellsOf(line: string): string[] {
  const inner = line.replace(/^\|/, "").replace(/\|\s*$/, "");
  return inner.split("|").map((cell) => cell.trim());
}

/** What stands between backquotes. */
export function spansOf(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, span]) => span!);
}

/** The anchor that a heading gets on the web. */
export function anchorOf(heading: string): string {
  const kept = heading.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, "");
  return kept.replaceAll(/\s/g, "-");
}
