import { tieRuleNames } from "../../schema/definitions.js";
import type { HelperOption } from "./helper.js";

/** The options of everything that ranks; the table column `排名` has the same ones. */
export const rankOptions: readonly HelperOption[] = [
  { name: "升序", accepts: ["yesNo"], description: "true 数值小的排在前面" },
  {
    name: "并列",
    accepts: ["text"],
    description:
      "数值相同时：占位（1、2、2、4）、不占位（1、2、2、3）、不并列（依表中先后），缺省为占位；应当与附件表里的“排名”一致",
    choices: Object.keys(tieRuleNames),
  },
];
