import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { Place } from "../../document/place.js";
import { nodeAt, type YamlNode } from "../../input/yaml/yaml-node.js";
import { isNumericKind, kindName, type ColumnDefinition, type DatasetDefinition } from "../definitions.js";
import type { TemplateText } from "../template-text.js";
import { tieRuleNames } from "../tie-rule.js";
import { isRuleEntry, type ConditionEntry, type RuleEntry } from "./cross-check-file.js";
import type { CrossCheckBase, CrossCheckDefinition, GradeRule, TotalRule } from "./definitions.js";
import { defaultPlatforms } from "./platform-letters.js";

const severities = { 错误: "error", 警告: "warning", 提示: "hint" } as const;

type EntryOf<Rule extends RuleEntry["规则"]> = Extract<RuleEntry, { readonly 规则: Rule }>;
type Step = string | number;

/**
 * Turns the entries of 核对 that name a built-in rule into definitions; the others are left out.
 *
 * @param entries the whole list, as validated
 * @param datasets of the type by name
 * @param root of type.yaml, for places
 * @returns a rule for each entry, and what they name that is not there; with an error among these they must not be run
 */
export function compileCrossChecks(
  entries: readonly (ConditionEntry | RuleEntry)[],
  datasets: ReadonlyMap<string, DatasetDefinition>,
  root: YamlNode,
): { readonly checks: CrossCheckDefinition[]; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const checks = entries.flatMap((entry, index) => {
    if (!isRuleEntry(entry)) return [];
    const compiler = new RuleCompiler(entry, index, datasets, root, diagnostics);
    return compiler.compile(entry);
  });
  return { checks, diagnostics };
}

class RuleCompiler {
  private readonly base: CrossCheckBase;

  constructor(
    private readonly entry: RuleEntry,
    private readonly index: number,
    private readonly datasets: ReadonlyMap<string, DatasetDefinition>,
    private readonly root: YamlNode,
    private readonly diagnostics: Diagnostic[],
  ) {
    this.base = {
      description: entry.说明 ?? "",
      ...(entry.级别 === undefined ? {} : { severity: severities[entry.级别] }),
      hint: entry.处理 ?? "",
      place: this.place(),
    };
  }

  compile(entry: RuleEntry): CrossCheckDefinition[] {
    switch (entry.规则) {
      case "引用":
        return this.reference(entry);
      case "结论与问题":
        return this.verdict(entry);
      case "不重复":
        return this.repeated(entry);
      case "序号连续":
        return this.ordinal(entry);
      case "行合计":
        return this.rowSum(entry);
      case "合计":
        return this.total(entry);
      case "排名":
        return this.rank(entry);
      case "等次":
        return this.grade(entry);
      case "比率":
        return this.rate(entry);
      case "编码":
        return this.code(entry);
      case "日期顺序":
        return this.dateOrder(entry);
      case "与上期比较":
        return this.previous(entry);
    }
  }

  private reference(entry: EntryOf<"引用">): CrossCheckDefinition[] {
    this.columns(entry.数据表, [[entry.列, ["列"]]]);
    entry.名册.forEach((roster, position) => {
      const path = this.isList("名册") ? ["名册", position] : ["名册"];
      this.columns(roster.数据表, [[roster.列, [...path, "列"]]], [...path, "数据表"]);
    });
    return [
      {
        ...this.base,
        rule: "reference",
        dataset: entry.数据表,
        column: entry.列,
        rosters: entry.名册.map((roster) => ({ dataset: roster.数据表, column: roster.列 })),
        alsoAllowed: entry.另可 ?? [],
        shortForms: entry.认简称 ?? true,
      },
    ];
  }

  private verdict(entry: EntryOf<"结论与问题">): CrossCheckDefinition[] {
    const verdict = this.columns(entry.数据表, [...this.listed(entry.对象, "对象"), [entry.结论, ["结论"]]]).at(-1);
    const [veto] = this.columns(
      entry.问题表,
      [
        ...(entry.否决 === undefined ? [] : [[entry.否决.列, ["否决", "列"]] as const]),
        ...this.listed(entry.问题对象, "问题对象"),
      ],
      ["问题表"],
    );
    this.choices(verdict, entry.不合格, ["不合格"]);
    if (entry.否决 !== undefined) this.choices(veto, entry.否决.值, ["否决", "值"]);
    this.sameNumber(entry.对象, entry.问题对象, ["问题对象"]);
    return [
      {
        ...this.base,
        rule: "verdict",
        dataset: entry.数据表,
        subject: entry.对象,
        verdict: entry.结论,
        failing: entry.不合格,
        findings: entry.问题表,
        findingSubject: entry.问题对象,
        ...(entry.否决 === undefined ? {} : { veto: { column: entry.否决.列, values: entry.否决.值 } }),
      },
    ];
  }

  private repeated(entry: EntryOf<"不重复">): CrossCheckDefinition[] {
    this.columns(entry.数据表, this.listed(entry.列, "列"));
    (entry.比对 ?? []).forEach((other, position) => {
      this.columns(
        other.数据表,
        other.列.map((column) => [column, ["比对", position, "列"]] as const),
        ["比对", position, "数据表"],
      );
      this.sameNumber(entry.列, other.列, ["比对", position, "列"]);
    });
    return [
      {
        ...this.base,
        rule: "repeated",
        sources: [
          { dataset: entry.数据表, columns: entry.列 },
          ...(entry.比对 ?? []).map((other) => ({ dataset: other.数据表, columns: other.列 })),
        ],
      },
    ];
  }

  private ordinal(entry: EntryOf<"序号连续">): CrossCheckDefinition[] {
    this.numericColumns(entry.数据表, [[entry.列, ["列"]]], "编号");
    this.columns(entry.数据表, [
      ...(entry.同号按 === undefined ? [] : [[entry.同号按, ["同号按"]] as const]),
      ...(entry.分段 === undefined ? [] : [[entry.分段, ["分段"]] as const]),
    ]);
    if (entry.同号按 !== undefined && entry.同号 !== undefined) this.notTogether(["同号", "同号按"]);
    return [
      {
        ...this.base,
        rule: "ordinal",
        dataset: entry.数据表,
        column: entry.列,
        first: entry.起 ?? 1,
        shared: entry.同号 ?? false,
        ...(entry.同号按 === undefined ? {} : { sharedBy: entry.同号按 }),
        ...(entry.分段 === undefined ? {} : { section: entry.分段 }),
      },
    ];
  }

  private rowSum(entry: EntryOf<"行合计">): CrossCheckDefinition[] {
    this.numericColumns(entry.数据表, [[entry.列, ["列"]], ...this.listed(entry.各项, "各项")], "相加");
    return [{ ...this.base, rule: "rowSum", dataset: entry.数据表, column: entry.列, parts: entry.各项 }];
  }

  private total(entry: EntryOf<"合计">): CrossCheckDefinition[] {
    this.numericColumns(entry.数据表, this.listed(entry.列 ?? [], "列"), "相加");
    const given = (["等于", "合计行", "分组"] as const).filter(
      (key) => entry[key] !== undefined && entry[key] !== false,
    );
    if (given.length === 0) this.missing(["等于", "合计行", "分组"]);
    else if (given.length > 1) this.notTogether(given);
    const against = this.totalAgainst(entry);
    if (against === undefined) return [];
    if (against.kind === "totalRow" && entry.列 === undefined) this.missing(["列"]);
    if (against.kind === "totalRow" && entry.行 !== undefined) this.notTogether(["合计行", "行"]);
    if (against.kind === "figure" && (entry.列?.length ?? 0) > 1) this.oneColumn("等于");
    if (against.kind === "groups" && (entry.列?.length ?? 0) > 1) this.oneColumn("分组");
    return [
      {
        ...this.base,
        rule: "total",
        dataset: entry.数据表,
        columns: entry.列 ?? [],
        ...(entry.行 === undefined ? {} : { rows: this.template(entry.行, ["行"]) }),
        against,
      },
    ];
  }

  private totalAgainst(entry: EntryOf<"合计">): TotalRule["against"] | undefined {
    if (entry.等于 !== undefined) return { kind: "figure", figure: this.template(entry.等于, ["等于"]) };
    if (entry.合计行 === true) return { kind: "totalRow" };
    if (entry.分组 === undefined) return undefined;
    if (entry.对照 === undefined) {
      this.missing(["对照"]);
      return undefined;
    }
    const { 数据表: dataset, 按: otherBy, 列: column } = entry.对照;
    this.columns(entry.数据表, [[entry.分组, ["分组"]]]);
    this.columns(dataset, [[otherBy, ["对照", "按"]]], ["对照", "数据表"]);
    this.numericColumns(dataset, [[column, ["对照", "列"]]], "比较", ["对照", "数据表"]);
    return { kind: "groups", by: entry.分组, other: { dataset, column }, otherBy };
  }

  private rank(entry: EntryOf<"排名">): CrossCheckDefinition[] {
    this.numericColumns(entry.数据表, [[entry.名次, ["名次"]]], "排名");
    this.numericColumns(entry.数据表, [[entry.按, ["按"]]], "排名");
    if (entry.分组 !== undefined) this.columns(entry.数据表, [[entry.分组, ["分组"]]]);
    return [
      {
        ...this.base,
        rule: "rank",
        dataset: entry.数据表,
        rank: entry.名次,
        by: entry.按,
        ascending: entry.升序 ?? false,
        ties: tieRuleNames[entry.并列 ?? "占位"],
        ...(entry.分组 === undefined ? {} : { group: entry.分组 }),
      },
    ];
  }

  private grade(entry: EntryOf<"等次">): CrossCheckDefinition[] {
    const [grade] = this.columns(entry.数据表, [[entry.等次, ["等次"]]]);
    this.numericColumns(entry.数据表, [[entry.按, ["按"]]], "评等次");
    if (entry.否决列 !== undefined) this.columns(entry.数据表, [[entry.否决列, ["否决列"]]]);
    if (entry.分数线 === undefined && entry.次序 === undefined) this.missing(["分数线", "次序"]);
    if (entry.分数线 !== undefined && entry.次序 !== undefined) this.notTogether(["分数线", "次序"]);
    const grades: GradeRule["grades"] =
      entry.分数线 === undefined
        ? (entry.次序 ?? []).map((name) => ({ name }))
        : Object.entries(entry.分数线)
            .map(([name, threshold]) => ({ name, threshold }))
            .sort((a, b) => b.threshold - a.threshold);
    const names = grades.map(({ name }) => name);
    this.choices(grade, names, [entry.分数线 === undefined ? "次序" : "分数线"]);
    const lowest = entry.否决等次 ?? names.at(-1);
    if (entry.否决等次 !== undefined) this.choices(grade, [entry.否决等次], ["否决等次"]);
    return [
      {
        ...this.base,
        rule: "grade",
        dataset: entry.数据表,
        grade: entry.等次,
        by: entry.按,
        grades,
        ...(entry.否决列 === undefined || lowest === undefined
          ? {}
          : { veto: { column: entry.否决列, grade: lowest } }),
      },
    ];
  }

  private rate(entry: EntryOf<"比率">): CrossCheckDefinition[] {
    if (entry.数据表 !== undefined) this.columns(entry.数据表, []);
    return [
      {
        ...this.base,
        rule: "rate",
        ...(entry.数据表 === undefined ? {} : { dataset: entry.数据表 }),
        rate: this.template(entry.值, ["值"]),
        numerator: this.template(entry.分子, ["分子"]),
        denominator: this.template(entry.分母, ["分母"]),
        ...(entry.小数位 === undefined ? {} : { decimals: entry.小数位 }),
      },
    ];
  }

  private code(entry: EntryOf<"编码">): CrossCheckDefinition[] {
    this.columns(entry.数据表, [
      [entry.列, ["列"]],
      ...(entry.账号类型 === undefined ? [] : [[entry.账号类型, ["账号类型"]] as const]),
    ]);
    return [
      {
        ...this.base,
        rule: "code",
        dataset: entry.数据表,
        column: entry.列,
        kind: entry.种类 === "网站" ? "site" : "account",
        areas: entry.地区码 ?? [],
        ...(entry.账号类型 === undefined ? {} : { accountType: entry.账号类型 }),
        platforms: entry.平台字母 === undefined ? defaultPlatforms : new Map(Object.entries(entry.平台字母)),
      },
    ];
  }

  private dateOrder(entry: EntryOf<"日期顺序">): CrossCheckDefinition[] {
    if (entry.数据表 !== undefined) this.columns(entry.数据表, []);
    return [
      {
        ...this.base,
        rule: "dateOrder",
        ...(entry.数据表 === undefined ? {} : { dataset: entry.数据表 }),
        dates: entry.日期.map((date, position) => this.template(date, ["日期", position])),
        sameDayAllowed: entry.同日 ?? true,
      },
    ];
  }

  private previous(entry: EntryOf<"与上期比较">): CrossCheckDefinition[] {
    const key = entry.按 ?? this.datasets.get(entry.数据表)?.key ?? [];
    this.columns(entry.数据表, this.listed(entry.按 ?? [], "按"));
    if (key.length === 0 && this.datasets.has(entry.数据表)) this.missing(["按"]);
    const changes = Object.entries(entry.变化 ?? {});
    this.numericColumns(
      entry.数据表,
      changes.map(([column]) => [column, ["变化", column]] as const),
      "比较",
    );
    for (const [column, { 差: difference, 倍: factor }] of changes) {
      if (difference === undefined && factor === undefined) this.missing(["差", "倍"], ["变化", column]);
      if (factor !== undefined && factor <= 1) {
        const place = this.place("变化", column, "倍");
        this.diagnostics.push(diagnose("type-rule-factor", place, { actual: String(factor) }));
      }
    }
    return [
      {
        ...this.base,
        rule: "previous",
        dataset: entry.数据表,
        key,
        changes: changes.map(([column, { 差: difference, 倍: factor }]) => ({
          column,
          ...(difference === undefined ? {} : { difference }),
          ...(factor === undefined ? {} : { factor }),
        })),
        comings: entry.增减 ?? true,
      },
    ];
  }

  /** The definitions of the named columns, `undefined` for those that do not exist, which is said. */
  private columns(
    datasetName: string,
    wanted: readonly (readonly [name: string, path: readonly Step[]])[],
    datasetPath: readonly Step[] = ["数据表"],
  ): (ColumnDefinition | undefined)[] {
    const dataset = this.datasets.get(datasetName);
    if (dataset === undefined) {
      const known = [...this.datasets.keys()];
      const nearest = nearestName(datasetName, known);
      this.report(diagnose("type-unknown-dataset", this.place(...datasetPath), { name: datasetName, known, nearest }));
      return wanted.map(() => undefined);
    }
    const known = dataset.columns.map(({ name }) => name);
    return wanted.map(([name, path]) => {
      const column = dataset.columns.find((candidate) => candidate.name === name);
      if (column === undefined) {
        const nearest = nearestName(name, known);
        const place = this.place(...path);
        this.report(diagnose("type-unknown-column", place, { name, dataset: datasetName, known, nearest }));
      }
      return column;
    });
  }

  private numericColumns(
    dataset: string,
    wanted: readonly (readonly [name: string, path: readonly Step[]])[],
    use: string,
    datasetPath?: readonly Step[],
  ): void {
    this.columns(dataset, wanted, datasetPath).forEach((column, position) => {
      if (column === undefined || isNumericKind(column.kind)) return;
      const place = this.place(...(wanted[position]?.[1] ?? []));
      this.report(diagnose("type-column-not-number", place, { title: column.name, use, kind: kindName(column.kind) }));
    });
  }

  /** Values of a column that can never occur in it. */
  private choices(column: ColumnDefinition | undefined, values: readonly string[], path: readonly Step[]): void {
    if (column?.kind !== "choice") return;
    const { name, choices } = column;
    for (const value of values) {
      if (choices.includes(value)) continue;
      const nearest = nearestName(value, choices);
      this.report(diagnose("type-rule-value", this.place(...path), { name, value, choices, nearest }));
    }
  }

  private listed(names: readonly string[], key: string): (readonly [string, readonly Step[]])[] {
    const isList = this.isList(key);
    return names.map((name, position) => [name, isList ? [key, position] : [key]] as const);
  }

  private isList(key: string): boolean {
    return nodeAt(this.root, ["核对", this.index, key]).node.kind === "list";
  }

  private sameNumber(left: readonly string[], right: readonly string[], path: readonly Step[]): void {
    if (left.length === right.length) return;
    const place = this.place(...path);
    this.report(diagnose("type-rule-column-number", place, { wanted: left.length, actual: right.length }));
  }

  private missing(keys: readonly string[], path: readonly Step[] = []): void {
    this.report(diagnose("type-rule-incomplete", this.place(...path), { rule: this.entry.规则, keys }));
  }

  private notTogether(keys: readonly string[]): void {
    this.report(diagnose("type-rule-keys", this.place(keys[0] ?? ""), { rule: this.entry.规则, keys }));
  }

  private oneColumn(key: string): void {
    this.report(diagnose("type-rule-one-column", this.place("列"), { key }));
  }

  private report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  private place(...path: readonly Step[]): Place {
    return nodeAt(this.root, ["核对", this.index, ...path]).node.place;
  }

  private template(source: string, path: readonly Step[]): TemplateText {
    const { node } = nodeAt(this.root, ["核对", this.index, ...path]);
    return { source, place: node.kind === "text" ? node.contentPlace : node.place };
  }
}
