import type { Severity } from "../diagnostics/diagnostic.js";
import type { Draft, Passage } from "./draft.js";
import type { ExampleDraft } from "./example-draft.js";

/**
 * One rule of 核稿: what it looks for, why, and its examples, which are its documentation and its tests.
 *
 * A rule is one file in `rules/`. Its id is stable: editions switch rules off by it and reports name it. A rule looks at the draft only,
 * never at where the draft came from, so that it works alike on a generated draft and on a .docx that somebody wrote by hand.
 */
export interface Rule {
  /** Stable, in English, of small letters and hyphens: `attachment-number-missing`. */
  readonly id: string;
  /** What it is called in reports, short: 附件序号不存在. */
  readonly name: string;
  /**
   * By consequence: `error` for what is certainly wrong and must not be issued, `warning` for what is doubtful, `hint` for taste. One
   * finding may be milder than its rule, never harder.
   */
  readonly severity: Severity;
  /** What it looks for and why, in Chinese, one to three sentences for people who write circulars. */
  readonly description: string;
  /** The clause it rests on, such as `GB/T 9704—2012 7.3.4`; absent for common practice. */
  readonly source?: string;
  /** The numbers it covers in the list of what proofreaders look for (docs/核稿规则.md has the list). */
  readonly mistakes: readonly number[];
  /** True if its findings carry a replacement that can be written back without thinking (`--fix`). */
  readonly fixable?: true;
  readonly check: (draft: Draft, report: (finding: Finding) => void) => void;
  /** At least one of each kind. */
  readonly examples: {
    readonly wrong: readonly WrongExample[];
    /** Drafts in which this rule finds nothing: above all what looks like the mistake and is none. */
    readonly right: readonly RightExample[];
  };
}

export interface WrongExample {
  /** What is wrong in it, a few words in Chinese. */
  readonly shows: string;
  readonly draft: ExampleDraft;
  /**
   * What the rule says, one text per finding, as `describeFinding` writes it:
   * `正文 一、第1段：括号没有成对；实际：（见附件1；应为：…；处理：…；另见 附件1 标题：…`.
   */
  readonly report: readonly string[];
}

export interface RightExample {
  /** Why it is right, a few words in Chinese. */
  readonly shows: string;
  readonly draft: ExampleDraft;
}

/** Some characters of a passage; the whole passage if no limits are given. */
export interface Mark {
  readonly passage: Passage;
  /** UTF-16 units in the passage's text. */
  readonly start?: number;
  readonly end?: number;
}

/** One thing a rule found. */
export interface Finding {
  readonly at: Mark;
  /** What is wrong: one sentence without a full stop, understood by somebody who only knows Word. */
  readonly message: string;
  /** 实际: what is there. */
  readonly actual?: string;
  /** 应为: what should be there. */
  readonly expected?: string;
  /** 处理: what to do. */
  readonly hint?: string;
  /** The other places, where two things disagree. */
  readonly related?: readonly { readonly at: Mark; readonly message: string }[];
  /** Milder than the rule's own severity. */
  readonly severity?: Severity;
  /** What to put in place of the marked characters; only where nobody could want anything else. */
  readonly replacement?: string;
}
