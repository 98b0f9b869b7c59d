import { appendAll } from "../document/append-all.js";
import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { nodeAt, type YamlNode } from "../input/yaml/yaml-node.js";
import { columnIsCarriedOver, fieldIsCarriedOver, referredColumns, rowsAreCarriedOver } from "./carry-over.js";
import { checkDefinitions } from "./check-definitions.js";
import { elementNames } from "./circular-file.js";
import { compileCrossChecks } from "./cross-checks/compile.js";
import { isRuleEntry } from "./cross-checks/cross-check-file.js";
import { compileNotice, isUnitKind, type NoticeFile } from "./compile-notice.js";
import {
  kindName,
  kindNames,
  tieRuleNames,
  type AttachmentContent,
  type AttachmentDefinition,
  type CircularType,
  type ColumnDefinition,
  type DatasetDefinition,
  type FieldDefinition,
  type NoticeDefinition,
  type TableColumnDefinition,
  type TableDefinition,
  type TemplateText,
  type ValueDefinition,
} from "./definitions.js";
import { compilePattern } from "./linear-pattern.js";
import type { FieldFile, TypeFile } from "./type-file.js";

const alignments = { 左: "left", 居中: "centre", 右: "right" } as const;
const severities = { 错误: "error", 警告: "warning", 提示: "hint" } as const;
const defaultSeparators = "、，,；;\n";

/** UTF-16 units of a 格式. Nobody can read longer ones, nor say in one line what they mean. */
const longestPattern = 200;

/** Word makes no table with more columns, and calls a file that has one damaged. */
const mostTableColumns = 63;

type AttachmentFile = NonNullable<TypeFile["附件"]>[number];
type ContentFile = AttachmentFile["内容"][number];
type TableFile = NonNullable<ContentFile["表"]>;
type DatasetFile = NonNullable<TypeFile["数据表"]>[string];
type Path = readonly PropertyKey[];

/**
 * Turns a validated type.yaml into definitions and checks what a schema cannot: that datasets and columns that are named exist.
 *
 * @param id the folder's name
 * @param source the validated file
 * @param root the same file with places
 * @returns the type, and every contradiction found; with an error among them the type must not be used
 */
export function compileType(
  id: string,
  source: TypeFile,
  root: YamlNode,
): { readonly type: CircularType; readonly diagnostics: Diagnostic[] } {
  const compiler = new TypeCompiler(root);
  const type = compiler.compile(id, source);
  return { type, diagnostics: [...compiler.diagnostics, ...checkDefinitions(type)] };
}

class TypeCompiler {
  readonly diagnostics: Diagnostic[] = [];

  constructor(private readonly root: YamlNode) {}

  compile(id: string, source: TypeFile): CircularType {
    const datasets = Object.entries(source.数据表 ?? {}).map(([name, dataset]) =>
      this.dataset(name, dataset, referredColumns(name, source.数据表)),
    );
    const byName = new Map(datasets.map((dataset) => [dataset.name, dataset]));
    this.checkReferences(datasets, byName);
    const fields = Object.entries(source.字段 ?? {}).map(([name, field]) => this.field(name, field, ["字段", name]));
    for (const field of fields) {
      if (elementNames.includes(field.name)) {
        this.diagnostics.push(diagnose("type-field-name-taken", field.place, { name: field.name }));
      }
    }
    const attachments = (source.附件 ?? []).map((attachment, index) =>
      this.attachment(attachment, ["附件", index], byName),
    );
    this.checkDistinctKeys(attachments);
    this.checkPictures(attachments, fields);
    const notice = source.整改通知 === undefined ? undefined : this.notice(source.整改通知, byName);
    this.checkPictures(notice?.attachments ?? [], fields);
    const entries = source.核对 ?? [];
    const rules = compileCrossChecks(entries, byName, this.root);
    appendAll(this.diagnostics, rules.diagnostics);
    return {
      id,
      name: source.名称,
      description: source.说明 ?? "",
      title: this.templates(source.标题, ["标题"]),
      attachmentLabel: source.附件称谓 ?? "附件",
      fields,
      datasets,
      facts: Object.entries(source.事实 ?? {}).map(([name, expression]) => ({
        name,
        expression: this.template(expression, ["事实", name]),
      })),
      attachments,
      ...(notice === undefined ? {} : { notice }),
      checks: entries.flatMap((check, index) =>
        isRuleEntry(check)
          ? []
          : [
              {
                description: check.说明,
                condition: this.template(check.条件, ["核对", index, "条件"]),
                ...this.eachRowOf(check.逐行, ["核对", index, "逐行"], byName),
                severity: severities[check.级别 ?? "错误"],
                hint: check.处理 ?? "",
                place: this.place(["核对", index]),
              },
            ],
      ),
      crossChecks: rules.checks,
      ...(source.地区 === undefined ? {} : { area: source.地区 }),
      shortForms: new Map(Object.entries(source.简称 ?? {})),
      place: this.root.place,
    };
  }

  private notice(file: NoticeFile, datasets: ReadonlyMap<string, DatasetDefinition>): NoticeDefinition {
    const path = ["整改通知"];
    const attachments = (file.附件 ?? []).map((attachment, index) =>
      this.attachment(attachment, [...path, "附件", index], datasets),
    );
    this.checkDistinctKeys(attachments);
    const dataset = datasets.get(file.数据表);
    if (dataset === undefined) this.unknownDataset(file.数据表, [...datasets.keys()], this.place([...path, "数据表"]));
    else this.checkUnitColumn(file.单位, dataset, this.place([...path, "单位"]));
    return compileNotice(file, attachments, {
      template: (source, key) => this.template(source, [...path, key]),
      templates: (sources, key) => this.templates(sources, [...path, key]),
      place: (...inner) => this.place([...path, ...inner]),
      report: (diagnostic) => this.diagnostics.push(diagnostic),
    });
  }

  private checkUnitColumn(name: string, dataset: DatasetDefinition, place: Place): void {
    const column = dataset.columns.find((candidate) => candidate.name === name);
    if (column === undefined) {
      const names = dataset.columns.map((candidate) => candidate.name);
      this.unknownColumn(name, dataset.name, names, place);
    } else if (!isUnitKind(column.kind)) {
      this.diagnostics.push(diagnose("notice-column-kind", place, { name, kind: kindName(column.kind) }));
    }
  }

  private eachRowOf(
    name: string | undefined,
    path: Path,
    datasets: ReadonlyMap<string, DatasetDefinition>,
  ): { readonly eachRowOf?: string } {
    if (name === undefined) return {};
    if (!datasets.has(name)) this.unknownDataset(name, [...datasets.keys()], this.place(path));
    return { eachRowOf: name };
  }

  private place(path: Path): Place {
    return nodeAt(this.root, path).node.place;
  }

  private template(source: string, path: Path): TemplateText {
    const { node } = nodeAt(this.root, path);
    return { source, place: node.kind === "text" ? node.contentPlace : node.place };
  }

  private templates(sources: readonly string[], path: Path): TemplateText[] {
    const isList = nodeAt(this.root, path).node.kind === "list";
    return sources.map((source, index) => this.template(source, isList ? [...path, index] : path));
  }

  private value(name: string, file: FieldFile, path: Path): ValueDefinition {
    const kind = kindNames[file.类型 ?? "文本"];
    const choices = file.取值 ?? [];
    if (kind === "choice" && choices.length === 0) {
      this.diagnostics.push(diagnose("type-choice-without-values", this.place(path), { name }));
    }
    const aliases = new Map(Object.entries(file.取值别名 ?? {}));
    for (const [alias, choice] of aliases) {
      if (!choices.includes(choice)) {
        this.diagnostics.push(
          diagnose("type-unknown-choice", this.place([...path, "取值别名", alias]), {
            name: choice,
            nearest: nearestName(choice, choices),
          }),
        );
      }
    }
    return {
      name,
      kind,
      required: file.必填 ?? false,
      description: file.说明 ?? "",
      choices,
      choiceAliases: aliases,
      ...this.pattern(file, path),
      ...(file.最小 === undefined ? {} : { minimum: file.最小 }),
      ...(file.最大 === undefined ? {} : { maximum: file.最大 }),
      ...(file.小数位 === undefined ? {} : { decimals: file.小数位 }),
      separators: file.分隔 ?? defaultSeparators,
      place: this.place(path),
    };
  }

  private pattern(file: FieldFile, path: Path): Pick<ValueDefinition, "pattern"> {
    if (file.格式 === undefined) return {};
    const place = this.place([...path, "格式"]);
    if (file.格式.length > longestPattern) {
      this.diagnostics.push(diagnose("type-pattern-too-long", place, { limit: longestPattern }));
      return {};
    }
    const expression = compilePattern(file.格式);
    if (typeof expression === "string") {
      this.diagnostics.push(diagnose(`type-pattern-${expression}` as const, place, { pattern: file.格式 }));
      return {};
    }
    return { pattern: { expression, description: file.格式说明 ?? `符合格式 ${file.格式}` } };
  }

  private field(name: string, file: FieldFile, path: Path, groupCarriedOver?: boolean): FieldDefinition {
    const value = this.value(name, file, path);
    const fields = Object.entries(file.字段 ?? {}).map(([inner, innerFile]) =>
      this.field(inner, innerFile, [...path, "字段", inner], file.沿用 ?? groupCarriedOver),
    );
    const compound = value.kind === "group" || value.kind === "records";
    if (compound !== fields.length > 0) {
      this.diagnostics.push(diagnose("type-field-children", value.place, { name, compound }));
    }
    return {
      ...value,
      // Whoever writes fields means a group: nothing else has to be said about their use.
      ...(!compound && fields.length > 0 ? { kind: "group" } : {}),
      fields,
      carriedOver: fieldIsCarriedOver(file, groupCarriedOver),
      ...(file.缺省 === undefined ? {} : { defaultValue: file.缺省 }),
    };
  }

  /** @param referred the columns that other datasets refer to */
  private dataset(name: string, file: DatasetFile, referred: ReadonlySet<string>): DatasetDefinition {
    const path = ["数据表", name];
    const columns = Object.entries(file.列).map(([columnName, column]): ColumnDefinition => {
      const columnPath = [...path, "列", columnName];
      const value = this.value(columnName, column, columnPath);
      if (value.kind === "group" || value.kind === "records" || value.kind === "dateRange" || value.kind === "image") {
        this.diagnostics.push(diagnose("type-column-kind", value.place, { name: columnName }));
      }
      return {
        ...value,
        aliases: column.别名 ?? [],
        unique: column.唯一 ?? false,
        fillDown: column.沿用上格 ?? false,
        ...(column.缺省 === undefined ? {} : { defaultValue: column.缺省 }),
        carriedOver: columnIsCarriedOver(columnName, file, referred),
        ...(column.示例 === undefined ? {} : { example: column.示例 }),
        ...(column.引用 === undefined
          ? {}
          : {
              reference: {
                dataset: column.引用.数据表,
                column: column.引用.列,
                severity: column.引用.级别 === "警告" ? "warning" : "error",
                place: this.place([...columnPath, "引用"]),
              },
            }),
      };
    });
    const names = columns.map((column) => column.name);
    const key = [...new Set(file.主键 ?? [])];
    for (const column of key) {
      if (!names.includes(column)) this.unknownColumn(column, name, names, this.place([...path, "主键"]));
    }
    return {
      name,
      description: file.说明 ?? "",
      sheetNames: [name, ...(file.工作表 ?? []).filter((sheet) => sheet !== name)],
      required: file.必填 ?? true,
      minimumRows: file.最少行数 ?? 0,
      columns,
      key,
      carriedOver: this.rowsCarriedOver(name, file, referred, columns),
      place: this.place(path),
    };
  }

  private rowsCarriedOver(
    name: string,
    file: DatasetFile,
    referred: ReadonlySet<string>,
    columns: readonly ColumnDefinition[],
  ): boolean {
    const carriedOver = rowsAreCarriedOver(file, referred);
    if (carriedOver && !columns.some((column) => column.carriedOver)) {
      this.diagnostics.push(diagnose("type-carries-no-column", this.place(["数据表", name, "沿用"]), { name }));
    }
    return carriedOver;
  }

  private checkReferences(
    datasets: readonly DatasetDefinition[],
    byName: ReadonlyMap<string, DatasetDefinition>,
  ): void {
    for (const dataset of datasets) {
      for (const column of dataset.columns) {
        if (column.reference === undefined) continue;
        const target = byName.get(column.reference.dataset);
        if (target === undefined) {
          this.unknownDataset(column.reference.dataset, [...byName.keys()], column.reference.place);
        } else {
          const names = target.columns.map((other) => other.name);
          if (!names.includes(column.reference.column)) {
            this.unknownColumn(column.reference.column, target.name, names, column.reference.place);
          }
        }
      }
    }
  }

  private attachment(
    file: AttachmentFile,
    path: Path,
    datasets: ReadonlyMap<string, DatasetDefinition>,
  ): AttachmentDefinition {
    return {
      key: file.键 ?? file.名称,
      name: this.template(file.名称, [...path, "名称"]),
      title:
        file.标题 === undefined
          ? [this.template(file.名称, [...path, "名称"])]
          : this.templates(file.标题, [...path, "标题"]),
      ...(file.副题 === undefined ? {} : { subtitle: this.template(file.副题, [...path, "副题"]) }),
      orientation: file.方向 === "横向" ? "landscape" : "portrait",
      ...(file.当 === undefined ? {} : { condition: this.template(file.当, [...path, "当"]) }),
      content: file.内容.map((content, index) => this.content(content, [...path, "内容", index], datasets)),
      place: this.place(path),
    };
  }

  private content(file: ContentFile, path: Path, datasets: ReadonlyMap<string, DatasetDefinition>): AttachmentContent {
    const common = {
      ...(file.当 === undefined ? {} : { condition: this.template(file.当, [...path, "当"]) }),
      place: this.place(path),
    };
    if (file.表 !== undefined) {
      return { kind: "table", table: this.table(file.表, [...path, "表"], datasets), ...common };
    }
    if (file.注 !== undefined) {
      const label = file.注标签 === "无" ? "" : (file.注标签 ?? "注：");
      return { kind: "remark", label, text: this.template(file.注, [...path, "注"]), ...common };
    }
    if (file.表名 !== undefined) {
      return { kind: "caption", text: this.template(file.表名, [...path, "表名"]), ...common };
    }
    if (file.图片 !== undefined) {
      return {
        kind: "picture",
        field: file.图片,
        alternativeText: this.template(file.图片说明 ?? "", [...path, "图片说明"]),
        ...common,
      };
    }
    return { kind: "text", text: this.template(file.正文 ?? "", [...path, "正文"]), ...common };
  }

  private table(file: TableFile, path: Path, datasets: ReadonlyMap<string, DatasetDefinition>): TableDefinition {
    const dataset = datasets.get(file.数据表);
    if (dataset === undefined) this.unknownDataset(file.数据表, [...datasets.keys()], this.place([...path, "数据表"]));
    const names = dataset?.columns.map((column) => column.name);
    if (file.分组 !== undefined && names !== undefined && !names.includes(file.分组)) {
      this.unknownColumn(file.分组, file.数据表, names, this.place([...path, "分组"]));
    }
    const columns = file.列.map((column, index): TableColumnDefinition => {
      const columnPath = [...path, "列", index];
      const kinds = (["序号", "值", "排名"] as const).filter((kind) => column[kind] !== undefined);
      if (kinds.length > 1 || (kinds.length === 1 && column.取 !== undefined)) {
        this.diagnostics.push(diagnose("type-column-kinds", this.place(columnPath), { title: column.标题, kinds }));
      }
      const source = kinds.length === 0 ? (column.取 ?? file.分组 ?? column.标题) : undefined;
      if (names !== undefined && dataset !== undefined) {
        const ranked = column.排名 === undefined ? [] : [column.排名.按];
        for (const used of [...(source === undefined ? [] : [source]), ...(column.序号?.按 ?? []), ...ranked]) {
          if (!names.includes(used)) this.unknownColumn(used, dataset.name, names, this.place(columnPath));
        }
      }
      return {
        title: column.标题,
        header: column.表头 ?? column.标题,
        ...(column.上级 === undefined ? {} : { group: column.上级 }),
        ...(source === undefined ? {} : { source }),
        ...(column.序号 === undefined ? {} : { ordinal: { by: column.序号.按 } }),
        ...(column.值 === undefined ? {} : { value: this.template(column.值, [...columnPath, "值"]) }),
        ...(column.排名 === undefined
          ? {}
          : {
              rank: {
                by: column.排名.按,
                ascending: column.排名.升序 ?? false,
                ties: tieRuleNames[column.排名.并列 ?? "占位"],
              },
            }),
        ...(column.宽 === undefined ? {} : { width: column.宽 }),
        ...(column.对齐 === undefined ? {} : { align: alignments[column.对齐] }),
        merge: column.合并 ?? false,
        ...(column.小数位 === undefined ? {} : { decimals: column.小数位 }),
        emptyText: column.空值 ?? "",
        place: this.place(columnPath),
      };
    });
    if (columns.length > mostTableColumns) {
      const place = this.place([...path, "列", mostTableColumns]);
      this.diagnostics.push(
        diagnose("type-too-many-columns", place, { columns: columns.length, limit: mostTableColumns }),
      );
    }
    this.checkTotals(file, path, columns);
    for (const [index, sort] of (file.排序 ?? []).entries()) {
      if (names !== undefined && dataset !== undefined && !names.includes(sort.列)) {
        this.unknownColumn(sort.列, dataset.name, names, this.place([...path, "排序", index]));
      }
    }
    return {
      dataset: file.数据表,
      ...(file.行 === undefined ? {} : { rows: this.template(file.行, [...path, "行"]) }),
      ...(file.分组 === undefined ? {} : { groupBy: file.分组 }),
      columns,
      sort: (file.排序 ?? []).map((sort) => ({
        column: sort.列,
        descending: sort.降序 ?? false,
        order: sort.次序 ?? [],
      })),
      ...(file.合计 === undefined
        ? {}
        : {
            total: {
              label: file.合计.标签 ?? "合计",
              labelSpan: file.合计.标签占列 ?? 1,
              sums: file.合计.求和 ?? [],
              others: new Map([
                // Where a column cannot be worked out again, checkTotals has said so.
                ...columns.flatMap(({ title, value }) =>
                  value !== undefined && file.合计?.重算?.includes(title) === true ? [[title, value] as const] : [],
                ),
                ...Object.entries(file.合计.另算 ?? {}).map(
                  ([title, expression]) =>
                    [title, this.template(expression, [...path, "合计", "另算", title])] as const,
                ),
              ]),
            },
          }),
      ...(file.备注 === undefined
        ? {}
        : {
            remark: {
              label: file.备注.标签 ?? "备注",
              text: this.template(file.备注.内容, [...path, "备注", "内容"]),
            },
          }),
      emptyText: file.空表 ?? "无",
      place: this.place(path),
    };
  }

  private checkTotals(file: TableFile, path: Path, columns: readonly TableColumnDefinition[]): void {
    if (file.合计 === undefined) return;
    const titles = columns.map((column) => column.title);
    const covered = file.合计.标签占列 ?? 1;
    if (covered > columns.length) {
      this.diagnostics.push(
        diagnose("type-total-span", this.place([...path, "合计"]), { span: covered, columns: columns.length }),
      );
      return;
    }
    const totals: readonly (readonly [string, Path])[] = [
      ...(file.合计.求和 ?? []).map((title, index) => [title, ["求和", index]] as const),
      ...(file.合计.重算 ?? []).map((title, index) => [title, ["重算", index]] as const),
      ...Object.keys(file.合计.另算 ?? {}).map((title) => [title, ["另算", title]] as const),
    ];
    for (const [title, step] of totals) {
      const position = titles.indexOf(title);
      const place = this.place([...path, "合计", ...step]);
      if (position < 0) this.unknownColumn(title, file.数据表, titles, place);
      else if (position < covered) {
        this.diagnostics.push(diagnose("type-total-under-label", place, { title, span: covered }));
      } else if (step[0] === "重算" && (file.分组 === undefined || columns[position]?.value === undefined)) {
        this.diagnostics.push(diagnose("type-total-not-again", place, { title, grouped: file.分组 !== undefined }));
      }
    }
  }

  private checkPictures(attachments: readonly AttachmentDefinition[], fields: readonly FieldDefinition[]): void {
    const known = fields.filter((field) => field.kind === "image").map((field) => field.name);
    for (const content of attachments.flatMap((attachment) => attachment.content)) {
      if (content.kind !== "picture" || known.includes(content.field)) continue;
      const name = content.field;
      this.diagnostics.push(
        diagnose("type-picture-field", content.place, { name, known, nearest: nearestName(name, known) }),
      );
    }
  }

  private checkDistinctKeys(attachments: readonly AttachmentDefinition[]): void {
    const seen = new Map<string, Place>();
    for (const attachment of attachments) {
      const first = seen.get(attachment.key);
      if (first === undefined) seen.set(attachment.key, attachment.place);
      else {
        this.diagnostics.push(
          diagnose("type-attachment-key-repeated", attachment.place, { key: attachment.key }, [
            { place: first, message: "第一次出现在这里" },
          ]),
        );
      }
    }
  }

  private unknownDataset(name: string, known: readonly string[], place: Place): void {
    this.diagnostics.push(diagnose("type-unknown-dataset", place, { name, known, nearest: nearestName(name, known) }));
  }

  private unknownColumn(name: string, dataset: string, known: readonly string[], place: Place): void {
    this.diagnostics.push(
      diagnose("type-unknown-column", place, { name, dataset, known, nearest: nearestName(name, known) }),
    );
  }
}
