import { plainText, type Block, type CircularDocument, type DocumentProperties } from "../document/tree.js";
import { MergeContext, type Preference } from "./conflicts.js";
import { mergeString, type Three } from "./merge-fields.js";

/**
 * 文件属性 of a merged document. Where they repeat an element in the new draft, they repeat the merged element: people who change 成文日期
 * in the text do not think of the file's properties. Otherwise they are merged like any text; nobody sees them, so no conflict is told.
 */
export function mergeProperties(
  { base, hand, data }: Three<CircularDocument>,
  blocks: readonly Block[],
  prefer: Preference,
): DocumentProperties {
  const property = (key: keyof DocumentProperties): string => {
    const merged = repeated[key](blocks);
    if (merged !== undefined && repeated[key](data.children) === data.properties[key]) return merged;
    const field = { element: "properties", path: ["properties", key] } as const;
    return mergeString(new MergeContext(prefer), field, {
      base: base.properties[key],
      hand: hand.properties[key],
      data: data.properties[key],
    });
  };
  return { title: property("title"), issuer: property("issuer"), date: property("date") };
}

/** What an element says that a property repeats. */
const repeated: Readonly<Record<keyof DocumentProperties, (blocks: readonly Block[]) => string | undefined>> = {
  title: (blocks) => {
    const title = blocks.find((block) => block.type === "title");
    return title?.lines.map(plainText).join("");
  },
  issuer: (blocks) => {
    const [issuer] = blocks.find((block) => block.type === "signature")?.issuers ?? [];
    return issuer === undefined ? undefined : plainText(issuer);
  },
  date: (blocks) => {
    const date = blocks.find((block) => block.type === "signature")?.date;
    const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(date === undefined ? "" : plainText(date));
    if (match === null) return undefined;
    const [, year = "", month = "", day = ""] = match;
    return [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  },
};
