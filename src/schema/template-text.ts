import type { Place } from "../document/place.js";

/** A piece of template inside a YAML file, with the place of its first character. */
export interface TemplateText {
  readonly source: string;
  readonly place: Place;
}
