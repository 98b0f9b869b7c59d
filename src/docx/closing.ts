import { TabStopType } from "docx";
import { type AttachmentList, plainText, type Signature } from "../document/tree.js";
import { attachmentListGeometry } from "../layout/attachment-list.js";
import { JOINT_SEAL_LINES } from "../layout/element-styles.js";
import { scaleLength, toTwips } from "../layout/measures.js";
import { CHARACTER_PITCH, LINE_PITCH } from "../layout/page.js";
import type { LayoutProfile } from "../layout/profile.js";
import { signatureIndents } from "../layout/signature.js";
import { characterWidth } from "../layout/text-width.js";
import { paragraph } from "./paragraph.js";
import { textRun, textRuns } from "./runs.js";

/**
 * 附件说明, GB/T 9704—2012 §7.3.4: one paragraph for each attachment.
 *
 * Indents are in twips only: Word reads `leftChars` next to `hangingChars` in a way of its own (the left indent without the hang).
 *
 * @param keepWithNext Whether 署名 follows, which must not be alone on a page.
 */
export function attachmentListParagraphs(
  list: AttachmentList,
  profile: LayoutProfile,
  keepWithNext: boolean,
): readonly string[] {
  const numbers = list.items.flatMap(({ number }) => (number === undefined ? [] : [`${String(number)}.`]));
  const geometry = attachmentListGeometry(list.label, numbers, profile.latinFont !== undefined);
  return list.items.map(({ number, name }, index) => {
    const start = index === 0 ? geometry.firstItemStart : geometry.nextItemStart;
    const label = index === 0 ? `${list.label}：` : "";
    const printedNumber = number === undefined ? "" : `${String(number)}.${geometry.tab ? "\t" : ""}`;
    return paragraph("AttachmentList", [textRun(`${label}${printedNumber}${plainText(name)}`)], {
      indent: { left: inCharacters(geometry.nameStart), hanging: inCharacters(geometry.nameStart - start) },
      ...(geometry.tab ? { tabStops: [{ type: TabStopType.LEFT, position: inCharacters(geometry.nameStart) }] } : {}),
      ...(keepWithNext && (index === list.items.length - 1 || isShortList(list)) ? { keepNext: true } : {}),
    });
  });
}

/**
 * Whether 附件说明 is so short that it stays whole, together with the body's last line before it and 署名 after it, on one page.
 * A longer one may break over pages; only its last item stays with 署名.
 */
export function isShortList(list: AttachmentList): boolean {
  return list.items.length <= 5;
}

/**
 * 署名 and 成文日期, §7.3.5. The indents depend on the lengths of both, so they are direct properties.
 *
 * @param keepDateWithNext Whether 公开方式 or 附注 follows, which must not be alone on a page either.
 */
export function signatureParagraphs(
  signature: Signature,
  profile: LayoutProfile,
  keepDateWithNext: boolean,
): readonly string[] {
  const issuerWidths = signature.issuers.map((issuer) => characterWidth(plainText(issuer)));
  const indents = signatureIndents(profile.sealed, issuerWidths, characterWidth(plainText(signature.date)));
  const betweenSeals = toTwips(scaleLength(LINE_PITCH, JOINT_SEAL_LINES));
  return [
    ...signature.issuers.map((issuer, index) =>
      paragraph("IssuerSignature", textRuns(issuer), {
        indent: { right: inCharacters(indents.issuers[index] ?? 0) },
        ...(profile.sealed && index > 0 ? { spacing: { before: betweenSeals }, contextualSpacing: false } : {}),
      }),
    ),
    paragraph("IssueDate", textRuns(signature.date), {
      indent: { right: inCharacters(indents.date) },
      ...(keepDateWithNext ? { keepNext: true } : {}),
    }),
  ];
}

function inCharacters(characters: number): number {
  return Math.max(0, toTwips(scaleLength(CHARACTER_PITCH, characters)));
}
