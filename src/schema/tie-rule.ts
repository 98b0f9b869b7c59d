/**
 * What equal scores do to ranks. `skip`: 1、2、2、4 (并列，其后名次顺延). `dense`: 1、2、2、3 (并列，其后不空名次).
 * `order`: 1、2、3、4 (不并列，依表中先后).
 */
export type TieRule = "skip" | "dense" | "order";

/** What authors call the rules for equal scores. */
export const tieRuleNames = { 占位: "skip", 不占位: "dense", 不并列: "order" } as const satisfies Record<
  string,
  TieRule
>;
