import type { Picture } from "../../document/tree.js";
import type { ChangedElement } from "../changes.js";
import { wholeSpans, type Comparison, type Draft } from "../draft.js";
import type { Edit, Path } from "../edits.js";
import type { ValueChanges } from "../value-changes.js";
import { elementLayer } from "./names.js";
import { compareText } from "./text-fields.js";

/** A field of a block that stands in both documents. */
export interface FieldPaths {
  readonly element: ChangedElement;
  readonly before: Path;
  readonly after: Path;
}

/** Gives a field its newer value; without one the field goes. */
export function setEdit({ before }: FieldPaths, value: unknown): Edit {
  return value === undefined ? { edit: "set", path: before } : { edit: "set", path: before, value };
}

/** Reports a field that is not text, in words. */
export function reportChoice(
  comparison: Comparison,
  paths: FieldPaths,
  fresh: unknown,
  words: { readonly before: string; readonly after: string },
): Draft {
  return comparison.add({
    layer: elementLayer(paths.element),
    kind: "changed",
    element: paths.element,
    occurrences: [
      {
        before: comparison.sideBefore(paths.before, words.before),
        after: comparison.sideAfter(paths.after, words.after),
        spans: wholeSpans(words.before, words.after),
      },
    ],
    remark: `${words.before === "" ? "无" : words.before} → ${words.after === "" ? "无" : words.after}`,
    edits: [setEdit(paths, fresh)],
  });
}

/** Compares two pictures byte for byte; what they show is not looked at. */
export function comparePictures(
  comparison: Comparison,
  values: ValueChanges,
  old: Picture,
  fresh: Picture,
  field: (name: string) => FieldPaths,
): void {
  const remarks: string[] = [];
  if (old.data !== fresh.data) remarks.push("图片内容不同");
  if (old.widthPixels !== fresh.widthPixels || old.heightPixels !== fresh.heightPixels) {
    remarks.push(`${old.widthPixels}×${old.heightPixels} → ${fresh.widthPixels}×${fresh.heightPixels}像素`);
  }
  if (old.format !== fresh.format) remarks.push(`${old.format} → ${fresh.format}`);
  const fields = (["data", "widthPixels", "heightPixels", "format"] as const).filter(
    (name) => old[name] !== fresh[name],
  );
  if (fields.length > 0) {
    const { before, after } = field("data");
    comparison.add({
      layer: "layout",
      kind: "changed",
      element: "picture",
      occurrences: [
        {
          before: comparison.sideBefore(before.slice(0, -1), old.alternativeText),
          after: comparison.sideAfter(after.slice(0, -1), fresh.alternativeText),
          spans: wholeSpans(old.alternativeText, fresh.alternativeText),
        },
      ],
      remark: remarks.join("，"),
      edits: fields.map((name) => setEdit(field(name), fresh[name])),
    });
  }
  const { element, before, after } = field("alternativeText");
  compareText(
    comparison,
    values,
    element,
    { path: before, text: old.alternativeText },
    { path: after, text: fresh.alternativeText },
  );
}
