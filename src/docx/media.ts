import type { Picture } from "../document/tree.js";
import type { Relationships } from "./relationships.js";

/** A picture file inside the document. */
export interface MediaFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Collects the pictures of a document and numbers them by position. */
export class PictureStore {
  private readonly relationships: Relationships;
  private readonly stored: MediaFile[] = [];

  constructor(relationships: Relationships) {
    this.relationships = relationships;
  }

  /** Takes in a picture; the number counts from 1. */
  add(picture: Picture): { readonly number: number; readonly relationshipId: string } {
    const number = this.stored.length + 1;
    const target = `media/image${String(number)}.${picture.format}`;
    this.stored.push({ path: `word/${target}`, bytes: new Uint8Array(Buffer.from(picture.data, "base64")) });
    return { number, relationshipId: this.relationships.add("image", target) };
  }

  get files(): readonly MediaFile[] {
    return this.stored;
  }
}
