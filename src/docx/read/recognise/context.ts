import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { text, type Inline } from "../../../document/tree.js";
import type { AnchorRecorder } from "../anchors.js";
import type { PlacedText } from "../placed-text.js";
import type { SurroundingText } from "../source.js";

/** What recognising gathers beside the tree. */
export interface Context {
  readonly file: string;
  readonly recorder: AnchorRecorder;
  readonly surroundings: SurroundingText[];
  readonly diagnostics: Diagnostic[];
  /** The file is as our own program wrote it: styles decide, and every blank is meant. */
  readonly verbatim: boolean;
  /** The document has our own styles, perhaps edited since. */
  readonly own: boolean;
  /** In our own 信函格式 (GB/T 9704 §10.1). */
  readonly letter: boolean;
  /** The size of most of the running text, in half points. */
  readonly bodySize: number;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Running text for the tree; where it comes from is remembered. */
export function inlines({ recorder }: Context, placed: PlacedText): readonly Inline[] {
  const children: readonly Inline[] = placed.text === "" ? [] : [text(placed.text)];
  recorder.inlines(children, placed);
  return children;
}
