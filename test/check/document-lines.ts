import { cellText, plainText, type CircularDocument, type Heading, type Table } from "../../src/document/tree.js";

/** A circular as somebody types it: one entry for each paragraph or table. */
export type TypedLine =
  | { readonly kind: "title" | "heading" | "paragraph" | "listed" | "signature" | "label"; readonly text: string }
  | { readonly kind: "runIn"; readonly text: string; readonly rest: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly (TypedCell | null)[])[] };

/** A cell with how many columns and rows it covers; `null` in a row where a merged cell covers. */
export interface TypedCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** What is printed, without anything that only a document tree knows. */
export function documentLines(document: CircularDocument): TypedLine[] {
  return document.children.flatMap((block): TypedLine[] => {
    switch (block.type) {
      case "title":
        return [{ kind: "title", text: block.lines.map(plainText).join("") }];
      case "heading":
        return [heading(block)];
      case "attachmentList":
        return block.items.map(({ number, name }, index) => ({
          kind: "listed",
          text: `${index === 0 ? `${block.label}：` : ""}${number === undefined ? "" : `${number}.`}${plainText(name)}`,
        }));
      case "signature":
        return [...block.issuers, block.date].map((line) => ({ kind: "signature", text: plainText(line) }));
      case "attachment":
        return [
          { kind: "label", text: block.label },
          { kind: "title", text: block.title.map(plainText).join("") },
          ...block.children.flatMap((child): TypedLine[] => {
            if (child.type === "table") return [{ kind: "table", rows: rowsOf(child) }];
            if (child.type === "heading") return [heading(child)];
            if (child.type === "picture") return [];
            const label = child.type === "remark" ? child.label : "";
            return [{ kind: "paragraph", text: label + plainText(child.children) }];
          }),
        ];
      case "recipients":
      case "paragraph":
      case "disclosure":
      case "note":
        return [{ kind: "paragraph", text: plainText(block.children) }];
      case "letterhead":
      case "imprint":
        throw new Error(`${block.type} is not typed here`);
    }
  });
}

function heading({ label, children, body }: Heading): TypedLine {
  const text = label + plainText(children);
  return body === undefined ? { kind: "heading", text } : { kind: "runIn", text, rest: plainText(body) };
}

function rowsOf({ headerRows, rows }: Table): (TypedCell | null)[][] {
  return [...headerRows, ...rows].map(({ cells }) =>
    cells.map((cell) => {
      if (cell === null) return null;
      const { columnSpan = 1, rowSpan = 1 } = typeof cell === "string" ? {} : cell;
      return { text: cellText(cell).replaceAll("\n", ""), columns: columnSpan, rows: rowSpan };
    }),
  );
}
