/**
 * Where 署名 and 成文日期 stand, GB/T 9704—2012 §7.3.5. All numbers are characters (字) of the body; an indent is measured from the
 * right edge of the type area.
 */

/** §7.3.5.1: 成文日期 of a sealed circular is indented 4 characters. */
const SEALED_DATE_INDENT = 4;
/** §7.3.5.2: without a seal, the longer one of 署名 and 成文日期 is indented 2 characters. */
const UNSEALED_INDENT = 2;
/** §7.3.5.2: without a seal, the date begins 2 characters to the right of the name's beginning. */
const UNSEALED_DATE_SHIFT = 2;

export interface SignatureIndents {
  /** One for each issuer, in order. */
  readonly issuers: readonly number[];
  readonly date: number;
}

/**
 * The right indents of 署名 and 成文日期.
 *
 * Sealed (§7.3.5.1): the date is indented 4 characters and each name is centred over it. A name too long for that would run out
 * of the type area; it then ends at the right edge, and the date moves left to stay centred under it, because the seal must cover
 * both (implementation choice: the clause gives both positions as the usual ones).
 *
 * Unsealed (§7.3.5.2): names are indented 2 characters; the date begins 2 characters to the right of the beginning of the name
 * above it. A date that would come closer than 2 characters to the edge is indented 2 and the name moves left accordingly.
 *
 * @param issuerWidths The widths of the names in characters, in order; the last one stands directly above the date.
 * @param dateWidth The width of the printed date in characters.
 */
export function signatureIndents(
  sealed: boolean,
  issuerWidths: readonly number[],
  dateWidth: number,
): SignatureIndents {
  return sealed ? sealedIndents(issuerWidths, dateWidth) : unsealedIndents(issuerWidths, dateWidth);
}

function sealedIndents(issuerWidths: readonly number[], dateWidth: number): SignatureIndents {
  const widest = Math.max(0, ...issuerWidths);
  const date = Math.max(SEALED_DATE_INDENT, (widest - dateWidth) / 2);
  const axis = date + dateWidth / 2;
  return { issuers: issuerWidths.map((width) => axis - width / 2), date };
}

function unsealedIndents(issuerWidths: readonly number[], dateWidth: number): SignatureIndents {
  const last = issuerWidths.at(-1) ?? 0;
  const shift = last + UNSEALED_INDENT - UNSEALED_DATE_SHIFT - dateWidth;
  const date = Math.max(UNSEALED_INDENT, shift);
  const lastIndent = date + dateWidth + UNSEALED_DATE_SHIFT - last;
  return {
    issuers: issuerWidths.map((_, index) => (index === issuerWidths.length - 1 ? lastIndent : UNSEALED_INDENT)),
    date,
  };
}
