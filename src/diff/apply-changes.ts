import { plainText, type CircularDocument, type Inline, type Table } from "../document/tree.js";
import type { DocumentChanges } from "./changes.js";
import type { Edit, InsertItem, MoveItem, SetField, SpliceText, TableEdit } from "./edits.js";
import { withoutProvenance } from "./elements/without-provenance.js";
import { fill } from "./sequence/fill.js";
import { applyTableEdits } from "./table/apply-table.js";

/**
 * Does to a document what the changes say. Applied to the older of the two documents that were compared it gives the newer one, without
 * provenance: what a change set does not say is not different.
 *
 * @param before the document that was compared as the older one, or one that prints the same
 */
export function applyChanges(before: CircularDocument, changes: Pick<DocumentChanges, "changes">): CircularDocument {
  const root = new EditNode();
  for (const { edits } of changes.changes) for (const edit of edits) root.add(edit);
  return root.apply(withoutProvenance(before)) as CircularDocument;
}

/** The edits of one place of the tree, and those further down. */
class EditNode {
  private readonly children = new Map<string | number, EditNode>();
  private set: SetField | undefined;
  private readonly splices: SpliceText[] = [];
  private readonly inserts: InsertItem[] = [];
  private isRemoved = false;
  private move: MoveItem | undefined;
  private readonly tableEdits: TableEdit[] = [];

  add(edit: Edit, depth = 0): void {
    const key = edit.path[depth];
    if (key !== undefined) {
      let child = this.children.get(key);
      if (child === undefined) {
        child = new EditNode();
        this.children.set(key, child);
      }
      child.add(edit, depth + 1);
      return;
    }
    switch (edit.edit) {
      case "set":
        this.set = edit;
        return;
      case "splice":
        this.splices.push(edit);
        return;
      case "insert":
        this.inserts.push(edit);
        return;
      case "remove":
        this.isRemoved = true;
        return;
      case "move":
        this.move = edit;
        return;
      default:
        this.tableEdits.push(edit);
    }
  }

  apply(node: unknown): unknown {
    if (this.set !== undefined) return this.set.value;
    if (this.splices.length > 0) return this.spliced(node);
    if (this.tableEdits.length > 0) return applyTableEdits(node as Table, this.tableEdits);
    if (Array.isArray(node)) return this.list(node);
    if (typeof node !== "object" || node === null) return node;
    const result: Record<string, unknown> = { ...node };
    for (const [key, child] of this.children) {
      const value = child.apply(result[key]);
      if (value === undefined) Reflect.deleteProperty(result, key);
      else result[key] = value;
    }
    return result;
  }

  private spliced(node: unknown): unknown {
    const text = typeof node === "string" ? node : plainText(node as readonly Inline[]);
    const ordered = [...this.splices].sort((one, other) => one.start - other.start || one.end - other.end);
    let result = "";
    let at = 0;
    for (const { start, end, text: replacement } of ordered) {
      result += text.slice(at, start) + replacement;
      at = end;
    }
    result += text.slice(at);
    if (typeof node === "string") return result;
    return result === "" ? [] : [{ type: "text", value: result }];
  }

  /** Items that came and moved stand where the edits say; the others fill what is left in their order. */
  private list(items: readonly unknown[]): unknown[] {
    const placed = new Map<number, unknown>();
    for (const { index, item } of this.inserts) placed.set(index, item);
    const rest: unknown[] = [];
    items.forEach((item, index) => {
      const child = this.children.get(index);
      if (child?.isRemoved === true) return;
      const applied = child === undefined ? item : child.apply(item);
      if (child?.move === undefined) rest.push(applied);
      else placed.set(child.move.index, applied);
    });
    return fill(placed, rest);
  }
}
