import { decodeText } from "./cell-text.js";
import { kindOfBuiltInFormat, kindOfFormatCode, type NumberKind } from "./number-format.js";
import { parseXml } from "../../openxml/xml-events.js";

/**
 * Reads `styles.xml` (ISO/IEC 29500-1, 18.8.39) for the one thing of interest: what each cell style makes of a number. A cell's `s` is
 * an index of the result.
 *
 * @throws UnreadablePart if the part is damaged
 */
export function readNumberKinds(bytes: Uint8Array): readonly NumberKind[] {
  const ownFormats = new Map<number, string>();
  const formatOfStyle: number[] = [];
  // Cell styles also stand in cellStyleXfs, formats also in the conditional ones (dxfs), with numbers of their own.
  let section = "";
  parseXml(bytes, {
    root: "styleSheet",
    open(name, attributes) {
      if (name === "numFmts" || name === "cellXfs" || name === "cellStyleXfs" || name === "dxfs") section = name;
      else if (name === "numFmt" && section === "numFmts") {
        ownFormats.set(Number(attributes["numFmtId"]), decodeText(attributes["formatCode"] ?? ""));
      } else if (name === "xf" && section === "cellXfs") formatOfStyle.push(Number(attributes["numFmtId"] ?? 0));
    },
    close(name) {
      if (name === section) section = "";
    },
  });
  const kinds = new Map<number, NumberKind>();
  return formatOfStyle.map((id) => {
    let kind = kinds.get(id);
    if (kind === undefined) {
      const code = ownFormats.get(id);
      kind = code === undefined ? kindOfBuiltInFormat(id) : kindOfFormatCode(code);
      kinds.set(id, kind);
    }
    return kind;
  });
}
