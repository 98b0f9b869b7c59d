import type { Rule } from "../rule.js";
import { attachmentLabelForm } from "./structure/attachment-label-form.js";
import { attachmentListMark } from "./structure/attachment-list-mark.js";
import { attachmentMentionUnknown } from "./structure/attachment-mention-unknown.js";
import { attachmentNameDiffers } from "./structure/attachment-name-differs.js";
import { attachmentNamePunctuation } from "./structure/attachment-name-punctuation.js";
import { attachmentNumbering } from "./structure/attachment-numbering.js";
import { attachmentPages } from "./structure/attachment-pages.js";
import { checkPeriod } from "./structure/check-period.js";
import { citedNumberWrong } from "./structure/cited-number-wrong.js";
import { citedTitleAltered } from "./structure/cited-title-altered.js";
import { copiedRecipients } from "./structure/copied-recipients.js";
import { copyToForm } from "./structure/copy-to-form.js";
import { dateForm } from "./structure/date-form.js";
import { dateImpossible } from "./structure/date-impossible.js";
import { deadlineBeforeIssue } from "./structure/deadline-before-issue.js";
import { deadlineYearMissing } from "./structure/deadline-year-missing.js";
import { disclosureForm } from "./structure/disclosure-form.js";
import { documentKind } from "./structure/document-kind.js";
import { documentNumberForm } from "./structure/document-number-form.js";
import { elementMissing } from "./structure/element-missing.js";
import { enumerationOrder } from "./structure/enumeration-order.js";
import { headingFullStop } from "./structure/heading-full-stop.js";
import { headingMark } from "./structure/heading-mark.js";
import { headingOrder } from "./structure/heading-order.js";
import { headingSingle } from "./structure/heading-single.js";
import { headingWithoutText } from "./structure/heading-without-text.js";
import { issuersDiffer } from "./structure/issuers-differ.js";
import { noteBrackets } from "./structure/note-brackets.js";
import { periodWords } from "./structure/period-words.js";
import { placeholderLeft } from "./structure/placeholder-left.js";
import { printDate } from "./structure/print-date.js";
import { recipientsForm } from "./structure/recipients-form.js";
import { responsibleUnitNotAddressed } from "./structure/responsible-unit-not-addressed.js";
import { samplingPeriodDiffers } from "./structure/sampling-period-differs.js";
import { shortNameRepeated } from "./structure/short-name-repeated.js";
import { shortNameUndefined } from "./structure/short-name-undefined.js";
import { shortNameUnused } from "./structure/short-name-unused.js";
import { titleForm } from "./structure/title-form.js";
import { titleLineBreak } from "./structure/title-line-break.js";
import { wordLeftovers } from "./structure/word-leftovers.js";

/** Elements of the circular: title, recipients, headings, attachments, numbers, dates, 版记, placeholders. */
export const structureRules: readonly Rule[] = [
  elementMissing,
  wordLeftovers,
  placeholderLeft,
  titleForm,
  documentKind,
  titleLineBreak,
  issuersDiffer,
  documentNumberForm,
  citedNumberWrong,
  citedTitleAltered,
  recipientsForm,
  copiedRecipients,
  copyToForm,
  responsibleUnitNotAddressed,
  shortNameUndefined,
  shortNameRepeated,
  shortNameUnused,
  headingOrder,
  headingMark,
  headingSingle,
  headingFullStop,
  headingWithoutText,
  enumerationOrder,
  attachmentPages,
  attachmentNumbering,
  attachmentNameDiffers,
  attachmentMentionUnknown,
  attachmentNamePunctuation,
  attachmentListMark,
  attachmentLabelForm,
  periodWords,
  checkPeriod,
  samplingPeriodDiffers,
  deadlineBeforeIssue,
  deadlineYearMissing,
  dateForm,
  dateImpossible,
  printDate,
  noteBrackets,
  disclosureForm,
];
