import type { Rule } from "../rule.js";
import { partsDoNotAddUp } from "./numbers/parts-do-not-add-up.js";
import { passedAndFailed } from "./numbers/passed-and-failed.js";
import { pointsNotPercent } from "./numbers/points-not-percent.js";
import { rateDecimalsDiffer } from "./numbers/rate-decimals-differ.js";
import { rateNotReproducible } from "./numbers/rate-not-reproducible.js";
import { rateRoundedToFull } from "./numbers/rate-rounded-to-full.js";
import { shareBaseUnclear } from "./numbers/share-base-unclear.js";
import { ordinalSequence } from "./numbers/ordinal-sequence.js";
import { totalRow } from "./numbers/total-row.js";
import { rowSum } from "./numbers/row-sum.js";
import { tableRateWrong } from "./numbers/table-rate-wrong.js";
import { countDiffersFromAttachment } from "./numbers/count-differs-from-attachment.js";
import { listedNamesCount } from "./numbers/listed-names-count.js";
import { areaCountDiffers } from "./numbers/area-count-differs.js";
import { problemCountDiffers } from "./numbers/problem-count-differs.js";
import { listedNamesNotInTable } from "./numbers/listed-names-not-in-table.js";
import { codes } from "./numbers/codes.js";
import { rankingWrong } from "./numbers/ranking-wrong.js";
import { vetoWithScore } from "./numbers/veto-with-score.js";
import { accountNameDiffers } from "./numbers/account-name-differs.js";
import { listedTwice } from "./numbers/listed-twice.js";
import { failingUnitsDiffer } from "./numbers/failing-units-differ.js";
import { bonusBelowThreshold } from "./numbers/bonus-below-threshold.js";
import { deductionsMisAdded } from "./numbers/deductions-mis-added.js";
import { otherUnitInside } from "./numbers/other-unit-inside.js";
import { scopeCountDiffers } from "./numbers/scope-count-differs.js";

/** Numbers: in the body against the attachments, against each other, rates, rows and codes of tables. */
export const numberRules: readonly Rule[] = [
  partsDoNotAddUp,
  passedAndFailed,
  rateNotReproducible,
  rateDecimalsDiffer,
  rateRoundedToFull,
  pointsNotPercent,
  shareBaseUnclear,
  ordinalSequence,
  totalRow,
  rowSum,
  tableRateWrong,
  countDiffersFromAttachment,
  listedNamesCount,
  areaCountDiffers,
  problemCountDiffers,
  listedNamesNotInTable,
  codes,
  rankingWrong,
  vetoWithScore,
  accountNameDiffers,
  listedTwice,
  failingUnitsDiffer,
  bonusBelowThreshold,
  deductionsMisAdded,
  otherUnitInside,
  scopeCountDiffers,
];
