import { appendAll } from "../document/append-all.js";
import type { Place } from "../document/place.js";
import {
  plainText,
  text,
  type Appearance,
  type Attachment,
  type AttachmentBlock,
  type Block,
  type CircularDocument,
  type Inline,
  type Value,
} from "../document/tree.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatDate, isoDate } from "../facts/numbers/civil-date.js";
import { type FactValue, isTruthy, placeOfValue, type RecordValue } from "../facts/values.js";
import { characterWidth } from "../layout/text-width.js";
import { titleCapacity } from "../layout/title.js";
import type { AttachmentContent, AttachmentDefinition, CheckDefinition, TemplateText } from "../schema/definitions.js";
import { evaluateExpression, evaluateTemplate, inlineChildren, type EvaluationContext } from "../template/evaluate.js";
import { isNothing } from "../template/helpers/helper.js";
import { readMarkup } from "../template/markup.js";
import type { Expression, ParsedTemplate } from "../template/syntax.js";
import type { Edition } from "./load-edition.js";
import { evaluationContext, recipientsWithoutColon, scalarAt } from "./names.js";
import type { PreparedType } from "./prepared-type.js";
import { buildTable } from "./table.js";

/** Decimal places of rates if the edition does not say. */
const defaultRateDecimals = 1;

/**
 * Merges an edition into the templates of its type.
 *
 * ```
 * edition ──facts──▶ names ──┬─ title, body.hbs ──markup──▶ headings and paragraphs ─┐
 *                            ├─ attachments: rows ──sort, number, merge, add──▶ grids ├──▶ document tree
 *                            ├─ circular.yaml: 主送, 署名, 日期, 版头, 版记 … ─────────┘
 *                            └─ 核对: conditions that must hold ──▶ diagnostics
 * ```
 *
 * @param prepared the type, with its templates parsed and checked
 * @param edition the validated data
 * @param lookupFirst names that come before those of the edition and the type
 * @returns the document, which must not be issued if there is an error among the diagnostics
 */
export function composeDocument(
  prepared: PreparedType,
  edition: Edition,
  lookupFirst?: EvaluationContext["lookup"],
): { readonly document: CircularDocument; readonly diagnostics: Diagnostic[] } {
  const composer = new Composer(prepared, edition, lookupFirst);
  const document = composer.document();
  return { document, diagnostics: composer.diagnostics };
}

class Composer {
  readonly diagnostics: Diagnostic[] = [];
  private readonly context: EvaluationContext;
  private readonly attachments: readonly {
    readonly definition: AttachmentDefinition;
    readonly number?: number;
    readonly label: string;
  }[];

  constructor(
    private readonly prepared: PreparedType,
    private readonly edition: Edition,
    lookupFirst?: EvaluationContext["lookup"],
  ) {
    const marks = new Map<string, string | undefined>();
    const settings = {
      rateDecimals: edition.elements.数字格式?.比率小数位 ?? defaultRateDecimals,
      attachmentMarks: marks,
    };
    const names = evaluationContext(prepared, edition, settings, lookupFirst);
    this.context = names.context;
    // Facts report into their own list while they are being worked out; it belongs to ours.
    this.factDiagnostics = names.diagnostics;
    const { attachments, attachmentLabel } = prepared.type;
    const included = attachments.filter((attachment) => this.holds(attachment.condition));
    this.attachments = included.map((definition, index) =>
      included.length === 1
        ? { definition, label: attachmentLabel }
        : { definition, number: index + 1, label: `${attachmentLabel}${String(index + 1)}` },
    );
    for (const { definition, label } of this.attachments) marks.set(definition.key, label);
  }

  private readonly factDiagnostics: readonly Diagnostic[];

  document(): CircularDocument {
    const { elements } = this.edition;
    const children: Block[] = [];
    const lines = this.titleLines();
    this.addLetterhead(children);
    children.push({ type: "title", lines });
    if (elements.主送 !== undefined) {
      const recipients = this.field("主送", recipientsWithoutColon(elements.主送));
      children.push({ type: "recipients", children: [recipients, text("：")] });
    }
    appendAll(children, this.blocks(this.prepared.body, 1));
    if (this.attachments.length > 0) {
      children.push({
        type: "attachmentList",
        label: this.prepared.type.attachmentLabel,
        items: this.attachments.map(({ definition, number }) => ({
          ...(number === undefined ? {} : { number }),
          name: this.inline(definition.name),
        })),
      });
    }
    const signed = elements.署名;
    children.push({
      type: "signature",
      issuers:
        signed === undefined
          ? [[this.field("发文机关", elements.发文机关)]]
          : signed.map((issuer, index) => [
              signed.length === 1 ? this.field("署名", issuer) : this.fieldAt(issuer, "署名", index),
            ]),
      date: [this.field("成文日期", formatDate(elements.成文日期))],
    });
    if (elements.公开方式 !== undefined) {
      const manner = elements.公开方式.replace(/^公开方式[：:]\s*/u, "");
      children.push({ type: "disclosure", children: [text("公开方式："), this.field("公开方式", manner)] });
    }
    if (elements.附注 !== undefined) {
      const note = this.field("附注", withoutBrackets(elements.附注));
      children.push({ type: "note", children: [text("（"), note, text("）")] });
    }
    for (const attachment of this.attachments) children.push(this.attachment(attachment));
    this.addImprint(children);
    for (const check of this.prepared.type.checks) this.check(check);
    appendAll(this.diagnostics, this.factDiagnostics);
    return {
      type: "document",
      properties: {
        title: lines.map((line) => line.map((child) => child.value).join("")).join(""),
        issuer: elements.发文机关,
        date: isoDate(elements.成文日期),
      },
      appearance: this.appearance(),
      children,
    };
  }

  private appearance(): Appearance {
    const look = this.edition.elements.版式;
    const form = ({ 普通: "plain", 红头: "redHead", 信函: "letter" } as const)[look?.格式 ?? "普通"];
    return {
      form,
      // A document that is printed with its red head is sealed; what is published on a website is not.
      sealed: look?.用印 ?? form !== "plain",
      pageNumbers: look?.页码 === "居中" ? "centre" : "outer",
      latinFont: look?.西文字体 === "Times New Roman" ? "timesNewRoman" : "body",
      boldHeadings: look?.标题加粗 ?? false,
      mirrorMargins: look?.双面装订 ?? false,
    };
  }

  private addLetterhead(children: Block[]): void {
    const { 版头: head, 版式: look, 发文机关: issuer } = this.edition.elements;
    const form = look?.格式 ?? "普通";
    if (form === "普通") {
      if (head !== undefined) {
        this.diagnostics.push(diagnose("letterhead-not-printed", this.edition.placeOf("版头"), {}));
      }
      return;
    }
    children.push({
      type: "letterhead",
      ...(head?.份号 === undefined ? {} : { copyNumber: head.份号 }),
      ...(head?.密级 === undefined ? {} : { classification: head.密级 }),
      ...(head?.紧急程度 === undefined ? {} : { urgency: head.紧急程度 }),
      // 信函格式: the agency's name without 文件 (GB/T 9704 §10.1).
      mark: head?.发文机关标志 ?? [form === "红头" ? `${issuer}文件` : issuer],
      ...(head?.发文字号 === undefined ? {} : { documentNumber: head.发文字号 }),
    });
  }

  private addImprint(children: Block[]): void {
    const imprint = this.edition.elements.版记;
    if (imprint === undefined || Object.keys(imprint).length === 0) return;
    const copyTo = imprint.抄送?.replace(/。\s*$/u, "");
    children.push({
      type: "imprint",
      ...(copyTo === undefined ? {} : { copyTo: [this.fieldAt(copyTo, "版记", "抄送"), text("。")] }),
      ...(imprint.印发机关 === undefined ? {} : { printer: [this.fieldAt(imprint.印发机关, "版记", "印发机关")] }),
      ...(imprint.印发日期 === undefined
        ? {}
        : { printDate: [this.fieldAt(formatDate(imprint.印发日期), "版记", "印发日期")] }),
    });
  }

  private titleLines(): Inline[][] {
    const own = this.edition.elements.标题;
    if (own === undefined) return this.titleOf(this.prepared.type.title, "portrait");
    const single = own.length === 1;
    return own.flatMap((written, index) => {
      const path = single ? ["标题"] : ["标题", index];
      // A title of several lines may also be written as one text of several lines.
      const lines = written.split("\n").map((line) => line.trim());
      return lines
        .filter((line) => line !== "")
        .map((line) => {
          const children: Inline[] = [this.fieldAt(line, ...path)];
          this.checkTitleLine(children, "portrait", this.edition.placeOf(...path));
          return children;
        });
    });
  }

  private titleOf(lines: readonly TemplateText[], orientation: "portrait" | "landscape"): Inline[][] {
    return lines.map((line) => {
      const children = this.inline(line);
      this.checkTitleLine(children, orientation, line.place);
      return children;
    });
  }

  /** 标题 are broken by meaning (GB/T 9704 §7.3.1): a line that does not fit breaks wherever Word happens to be. */
  private checkTitleLine(children: readonly Inline[], orientation: "portrait" | "landscape", place: Place): void {
    const line = plainText(children);
    if (line.includes("\n")) {
      const broken = children.find((child) => child.type === "value" && child.value.includes("\n"));
      const cause = broken?.type === "value" ? broken.provenance.places[0] : undefined;
      this.diagnostics.push(diagnose("title-line-break", cause ?? place, { line }));
    }
    const capacity = titleCapacity(orientation);
    if (characterWidth(line) > capacity) {
      this.diagnostics.push(diagnose("title-line-too-long", place, { line, width: characterWidth(line), capacity }));
    }
  }

  private field(name: string, printed: string): Value {
    return this.fieldAt(printed, name);
  }

  private fieldAt(printed: string, ...path: readonly PropertyKey[]): Value {
    return { type: "value", value: printed, provenance: scalarAt(printed, this.edition, ...path).provenance };
  }

  private attachment(entry: (typeof this.attachments)[number]): Attachment {
    const { definition, number, label } = entry;
    return {
      type: "attachment",
      ...(number === undefined ? {} : { number }),
      label,
      orientation: definition.orientation,
      title: this.titleOf(definition.title, definition.orientation),
      ...(definition.subtitle === undefined ? {} : { subtitle: this.inline(definition.subtitle) }),
      children: definition.content.flatMap((content) => this.content(content)),
    };
  }

  private content(content: AttachmentContent): AttachmentBlock[] {
    if (!this.holds(content.condition)) return [];
    switch (content.kind) {
      case "remark":
        return [{ type: "remark", label: content.label, children: this.inline(content.text) }];
      case "caption":
        return [{ type: "caption", children: this.inline(content.text) }];
      case "text":
        return this.blocks(this.prepared.parsed(content.text), 4);
      case "picture":
        return this.picture(content.field, content.alternativeText);
      case "table": {
        const rows = this.rows(content.table.dataset, content.table.rows);
        if (rows?.kind !== "rows") return [];
        const remark = content.table.remark === undefined ? undefined : this.inline(content.table.remark.text);
        const { table, diagnostics } = buildTable(content.table, rows, remark, (expression, item) =>
          this.evaluate(expression, item),
        );
        appendAll(this.diagnostics, diagnostics);
        return [table];
      }
    }
  }

  private picture(field: string, alternativeText: TemplateText): AttachmentBlock[] {
    const image = this.edition.images.get(field);
    if (image === undefined) {
      this.diagnostics.push(
        diagnose("template-value-absent", this.edition.placeOf(field), { name: field }, [
          { place: alternativeText.place, message: "附件在这里要用到它" },
        ]),
      );
      return [];
    }
    return [
      {
        type: "picture",
        format: image.format,
        data: base64(image.bytes),
        widthPixels: image.widthPixels,
        heightPixels: image.heightPixels,
        alternativeText: plainText(this.inline(alternativeText)),
      },
    ];
  }

  private rows(dataset: string, expression: TemplateText | undefined): FactValue | undefined {
    return expression === undefined ? this.context.lookup(dataset) : this.evaluate(expression);
  }

  private blocks(template: ParsedTemplate, deepestFirst: 1 | 4) {
    const { segments, diagnostics } = evaluateTemplate(template, this.context);
    const markup = readMarkup(segments, deepestFirst);
    appendAll(this.diagnostics, diagnostics);
    appendAll(this.diagnostics, markup.diagnostics);
    return markup.blocks;
  }

  private inline(source: TemplateText): Inline[] {
    const { segments, diagnostics } = evaluateTemplate(this.prepared.parsed(source), this.context);
    appendAll(this.diagnostics, diagnostics);
    return inlineChildren(segments);
  }

  private evaluate(source: TemplateText, item?: FactValue): FactValue {
    const { value, diagnostics } = evaluateExpression(this.prepared.parsed(source), this.context, item);
    appendAll(this.diagnostics, diagnostics);
    return value;
  }

  /** What could not be worked out counts as holding: it has been reported, and leaving something out would only lead to more. */
  private holds(condition: TemplateText | undefined): boolean {
    if (condition === undefined) return true;
    const value = this.evaluate(condition);
    return isTruthy(value) || isNothing(value);
  }

  /** 核对: reports a condition that does not hold, with what its two sides came to. */
  private check(check: CheckDefinition): void {
    if (check.eachRowOf === undefined) {
      this.checkOnce(check, undefined);
      return;
    }
    const rows = this.context.lookup(check.eachRowOf);
    if (rows?.kind !== "rows") return;
    for (const row of rows.rows) this.checkOnce(check, { kind: "record", dataset: rows.dataset, row });
  }

  private checkOnce(check: CheckDefinition, item: RecordValue | undefined): void {
    const value = this.evaluate(check.condition, item);
    if (isTruthy(value) || isNothing(value)) return;
    const sides = this.sides(this.prepared.parsed(check.condition), item);
    const where: Place =
      item === undefined
        ? (sides.find((side) => side.place !== undefined)?.place ?? this.edition.placeOf())
        : item.dataset.placeOf(item.row);
    const found = diagnose(
      "check-failed",
      where,
      {
        description: check.description,
        sides: sides.map(({ expression, value }) => `${expression} = ${value}`),
        hint: check.hint,
      },
      [{ place: check.place, message: "这条核对写在这里" }],
    );
    this.diagnostics.push({ ...found, severity: check.severity });
  }

  /** The operands of a condition with their values, for instance both sides of `等于 甲 乙`. */
  private sides(
    template: ParsedTemplate,
    item: RecordValue | undefined,
  ): { expression: string; value: string; place: Place | undefined }[] {
    const [statement] = template.program.body;
    if (statement?.type !== "MustacheStatement") return [];
    const { params } = statement as hbs.AST.MustacheStatement;
    return params
      .filter((argument) => argument.type === "SubExpression" || argument.type === "PathExpression")
      .map((argument: Expression) => {
        const expression = template.sourceOf(argument).replace(/^\(|\)$/gu, "");
        const single = { ...template, program: asProgram(argument, template) };
        const { value } = evaluateExpression(single, this.context, item);
        return { expression, value: printed(value), place: placeOfValue(value) };
      });
  }
}

/** （此件公开发布） and 此件公开发布 are the same 附注; 请联系办公室（市府大楼） keeps its brackets. */
function withoutBrackets(note: string): string {
  const inner = /^[（(](.*)[）)]$/su.exec(note)?.[1];
  return inner === undefined || /[（(）)]/u.test(inner) ? note : inner;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

/** An argument as a template of its own. */
function asProgram(argument: Expression, template: ParsedTemplate): ParsedTemplate["program"] {
  const isCall = argument.type === "SubExpression";
  const call = argument as hbs.AST.SubExpression;
  const statement = {
    ...template.program.body[0],
    path: isCall ? call.path : argument,
    params: isCall ? call.params : [],
    hash: isCall ? call.hash : undefined,
    loc: argument.loc,
  } as hbs.AST.MustacheStatement;
  return { ...template.program, body: [statement] };
}

function printed(value: FactValue): string {
  switch (value.kind) {
    case "scalar":
      return value.text;
    case "rows":
      return `${String(value.rows.length)}行`;
    case "list":
      return `${String(value.items.length)}项`;
    case "run":
      return value.children.map((child) => child.value).join("");
    case "group":
      return value.whole?.text ?? "（一组内容）";
    case "record":
      return "（一行数据）";
    case "absent":
      return "（空）";
  }
}
