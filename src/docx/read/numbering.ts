import { parseXml } from "../../openxml/xml-events.js";
import { formatNumber } from "./number-format.js";
import { attribute, isOn, numberOf, valueOf } from "./properties.js";

/** One level of a list (17.9.6). */
interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  /** All numbers in digits, whatever the levels say (17.9.4). */
  legal: boolean;
  /** The level whose numbers restart this one, from 1; 0 for never (17.9.10). Absent: any level above. */
  restart?: number;
  paragraphStyle?: string;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  /** The numbering style that holds the levels instead (17.9.21). */
  styleLink?: string;
}

interface ListInstance {
  abstract: string;
  readonly overrides: Map<number, { start?: number; level?: Level }>;
}

/**
 * Automatic numbering: works out the numbers that Word prints but does not store.
 *
 * Paragraphs must be told in document order. Lists that share an abstract list share their counters; a list with a start of its own
 * begins there when it is met first (17.9.26).
 */
export class Numbering {
  private readonly abstracts = new Map<string, AbstractList>();
  private readonly instances = new Map<string, ListInstance>();
  /** The numbering style that an abstract list defines. */
  private readonly styleLinks = new Map<string, string>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly startedOverrides = new Set<string>();

  /** @throws UnreadablePart if the part is damaged */
  constructor(bytes?: Uint8Array) {
    if (bytes !== undefined) this.read(bytes);
  }

  /**
   * The level at which a list numbers the paragraphs of a style (17.9.23).
   */
  levelOfStyle(list: string, style: string): number | undefined {
    const abstract = this.abstractOf(list);
    for (const [number, level] of abstract?.levels ?? []) if (level.paragraphStyle === style) return number;
    return undefined;
  }

  /**
   * Counts one more paragraph and gives its number with everything around it, such as `（一）`; a blank follows where only that keeps
   * the number apart from the text. Empty if the list does not exist.
   */
  next(list: string, levelNumber: number): string {
    const instance = this.instances.get(list);
    const abstract = this.abstractOf(list);
    const level = instance?.overrides.get(levelNumber)?.level ?? abstract?.levels.get(levelNumber);
    if (instance === undefined || abstract === undefined || level === undefined) return "";
    const counters = this.countersOf(instance.abstract);
    const startOverride = instance.overrides.get(levelNumber)?.start;
    const overrideKey = `${list} ${String(levelNumber)}`;
    if (startOverride !== undefined && !this.startedOverrides.has(overrideKey)) {
      this.startedOverrides.add(overrideKey);
      counters[levelNumber] = startOverride;
    } else {
      const current = counters[levelNumber];
      counters[levelNumber] = current === undefined ? (startOverride ?? level.start) : current + 1;
    }
    for (let deeper = levelNumber + 1; deeper < counters.length; deeper += 1) {
      const restart = abstract.levels.get(deeper)?.restart;
      if (restart === undefined || (restart !== 0 && levelNumber < restart)) counters[deeper] = undefined;
    }
    return this.print(level, levelNumber, abstract, counters);
  }

  private print(
    level: Level,
    levelNumber: number,
    abstract: AbstractList,
    counters: readonly (number | undefined)[],
  ): string {
    if (level.format === "bullet") return level.text === "" ? "" : bullet(level.text);
    const printed = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const wanted = Number(digit) - 1;
      const other = wanted === levelNumber ? level : abstract.levels.get(wanted);
      const value = counters[wanted] ?? other?.start ?? 1;
      return formatNumber(value, level.legal ? "decimal" : (other?.format ?? "decimal"));
    });
    // A tab or a blank is only spacing after a mark, but without any mark the number would run into the text.
    return level.suffix !== "nothing" && /[\p{L}\p{N}]$/u.test(printed) ? `${printed} ` : printed;
  }

  private countersOf(abstract: string): (number | undefined)[] {
    const known = this.counters.get(abstract);
    if (known !== undefined) return known;
    const counters = new Array<number | undefined>(9).fill(undefined);
    this.counters.set(abstract, counters);
    return counters;
  }

  private abstractOf(list: string): AbstractList | undefined {
    const instance = this.instances.get(list);
    const abstract = instance === undefined ? undefined : this.abstracts.get(instance.abstract);
    if (abstract?.styleLink === undefined || abstract.levels.size > 0) return abstract;
    return this.abstracts.get(this.styleLinks.get(abstract.styleLink) ?? "");
  }

  private read(bytes: Uint8Array): void {
    let abstract: AbstractList | undefined;
    let abstractId = "";
    let instance: ListInstance | undefined;
    let level: Level | undefined;
    let override: { start?: number; level?: Level } | undefined;
    parseXml(bytes, {
      root: "numbering",
      open: (name, attributes) => {
        const value = valueOf(attributes);
        switch (name) {
          case "abstractNum":
            abstractId = attribute(attributes, "abstractNumId") ?? "";
            abstract = { levels: new Map() };
            this.abstracts.set(abstractId, abstract);
            break;
          case "numStyleLink":
            if (abstract !== undefined && value !== undefined) abstract.styleLink = value;
            break;
          case "styleLink":
            if (value !== undefined) this.styleLinks.set(value, abstractId);
            break;
          case "num":
            instance = { abstract: "", overrides: new Map() };
            this.instances.set(attribute(attributes, "numId") ?? "", instance);
            break;
          case "abstractNumId":
            if (instance !== undefined) instance.abstract = value ?? "";
            break;
          case "lvlOverride":
            override = {};
            instance?.overrides.set(numberOf(attribute(attributes, "ilvl")) ?? 0, override);
            break;
          case "startOverride":
            if (override !== undefined) override.start = numberOf(value) ?? 1;
            break;
          case "lvl":
            level = { start: 1, format: "decimal", text: "", suffix: "tab", legal: false };
            if (override !== undefined) override.level = level;
            else abstract?.levels.set(numberOf(attribute(attributes, "ilvl")) ?? 0, level);
            break;
          default:
            if (level !== undefined) takeLevelProperty(level, name, value, isOn(attributes));
        }
      },
      close: (name) => {
        if (name === "lvl") level = undefined;
        else if (name === "lvlOverride") override = undefined;
        else if (name === "num") instance = undefined;
        else if (name === "abstractNum") abstract = undefined;
      },
    });
  }
}

function takeLevelProperty(level: Level, name: string, value: string | undefined, on: boolean): void {
  switch (name) {
    case "start":
      level.start = numberOf(value) ?? 1;
      return;
    case "numFmt":
      if (value !== undefined) level.format = value;
      return;
    case "lvlText":
      level.text = value ?? "";
      return;
    case "suff":
      level.suffix = value ?? "tab";
      return;
    case "isLgl":
      level.legal = on;
      return;
    case "lvlRestart": {
      const restart = numberOf(value);
      if (restart !== undefined) level.restart = restart;
      return;
    }
    case "pStyle":
      if (value !== undefined) level.paragraphStyle = value;
      return;
  }
}

/** Bullets are often characters of a symbol font, which mean something else, or nothing, in any other font. */
function bullet(text: string): string {
  return /^[\ue000-\uf8ff]/.test(text) ? "•" : text;
}
