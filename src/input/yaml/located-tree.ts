import type { Place } from "../../document/place.js";
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlText } from "./yaml-node.js";
import type { YamlSource } from "./yaml-source.js";

/** The nodes of the tree: each keeps an offset into its source and works out the place when somebody asks. */
abstract class Located {
  private readonly source: YamlSource;
  private readonly offset: number;

  constructor(source: YamlSource, offset: number) {
    this.source = source;
    this.offset = offset;
  }

  protected locate(offset = this.offset): Place {
    return this.source.placeAt(offset);
  }
}

export class LocatedText extends Located implements YamlText {
  readonly kind = "text";
  readonly empty: boolean;
  private readonly contentOffset: number;

  constructor(
    source: YamlSource,
    offset: number,
    readonly text: string,
    contentOffset = offset,
  ) {
    super(source, offset);
    this.empty = text.trim() === "";
    this.contentOffset = contentOffset;
  }

  get place(): Place {
    return this.locate();
  }

  get contentPlace(): Place {
    return this.locate(this.contentOffset);
  }
}

export class LocatedList extends Located implements YamlList {
  readonly kind = "list";

  constructor(
    source: YamlSource,
    offset: number,
    readonly items: readonly YamlNode[],
  ) {
    super(source, offset);
  }

  get place(): Place {
    return this.locate();
  }
}

export class LocatedMap extends Located implements YamlMap {
  readonly kind = "map";

  constructor(
    source: YamlSource,
    offset: number,
    readonly entries: ReadonlyMap<string, YamlEntry>,
  ) {
    super(source, offset);
  }

  get place(): Place {
    return this.locate();
  }
}

export class LocatedEntry extends Located implements YamlEntry {
  constructor(
    source: YamlSource,
    offset: number,
    readonly key: string,
    readonly value: YamlNode,
  ) {
    super(source, offset);
  }

  get keyPlace(): Place {
    return this.locate();
  }
}
