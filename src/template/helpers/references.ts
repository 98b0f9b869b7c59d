import { textShape } from "../shapes.js";
import { nothing, type Helper } from "./helper.js";

const attachmentMark: Helper = {
  name: "附件",
  summary:
    "附件的标识（附件3），按附件的键查找（没有写键的附件，键就是名称）；附件增减以后号码自动跟着变，只有一个附件时不编号。",
  parameters: [{ name: "附件的键", accepts: ["text"] }],
  options: [],
  conditions: false,
  examples: [{ template: '具体问题见{{附件 "问题清单"}}。', prints: "具体问题见附件2。" }],
  shape: () => textShape,
  evaluate: (call) => {
    const key = call.parameters[0];
    if (key?.kind !== "scalar") return nothing;
    const mark = call.settings.attachmentMarks.get(key.text);
    if (mark === undefined) {
      call.report("attachment-not-included", { key: key.text });
      return nothing;
    }
    return { kind: "scalar", raw: mark, text: mark, provenance: { expression: call.expression, places: [], rows: [] } };
  },
};

export const referenceHelpers: readonly Helper[] = [attachmentMark];
