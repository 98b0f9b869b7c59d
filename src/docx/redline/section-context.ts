import type { PageGeometry } from "../../layout/page.js";
import type { Shorthand } from "../../openxml/shorthand.js";
import type { FlowItem } from "../flow.js";
import type { PictureStore } from "../media.js";
import type { RevisionMarks } from "./revision-marks.js";

/** What the blocks of a section are made with. */
export interface SectionContext {
  readonly geometry: PageGeometry;
  readonly pictures: PictureStore;
  readonly marks: RevisionMarks;
  /** What tables are written in. */
  readonly shorthand: Shorthand;
  /** Is told of a table that had to be written twice: its index in the newer draft's flow. */
  readonly tableReplaced: (item: FlowItem) => void;
}
