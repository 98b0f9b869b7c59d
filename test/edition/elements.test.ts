import { describe, expect, test } from "vitest";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { checkTree } from "../../src/document/invariants.js";
import { plainText, type Block, type CircularDocument, type Value } from "../../src/document/tree.js";
import { complaints, composeInMemory, documentOf } from "./compose-in-memory.js";

/** The example with further lines in circular.yaml; a line whose key is there already replaces it. */
function withElements(...lines: string[]): string {
  let text = exampleCircular;
  for (const line of lines) {
    const key = line.split(":")[0] ?? "";
    const existing = new RegExp(`^${key}:.*$`, "mu");
    text = existing.test(text) ? text.replace(existing, () => line) : `${line}\n${text}`;
  }
  return text;
}

const compose = async (...lines: string[]): Promise<CircularDocument> => {
  const document = await documentOf({ circular: withElements(...lines) });
  expect(checkTree(document)).toEqual([]);
  return document;
};

function block<Type extends Block["type"]>(
  document: CircularDocument,
  type: Type,
): Extract<Block, { type: Type }> | undefined {
  return document.children.find((candidate): candidate is Extract<Block, { type: Type }> => candidate.type === type);
}

describe("标题", () => {
  const lines = async (...written: string[]): Promise<string[]> =>
    block(await compose(...written), "title")!.lines.map(plainText);

  test("is the type's, unless circular.yaml has its own, in one line or in several", async () => {
    expect(await lines()).toEqual(["示例市人民政府办公室", "关于2024年第二季度检查情况的通报"]);
    expect(await lines("标题: 关于检查情况的通报")).toEqual(["关于检查情况的通报"]);
    expect(await lines("标题: [示例市人民政府办公室, 关于检查情况的通报]")).toEqual([
      "示例市人民政府办公室",
      "关于检查情况的通报",
    ]);
    expect(await lines("标题: |\n  示例市人民政府办公室\n  关于检查情况的通报")).toEqual([
      "示例市人民政府办公室",
      "关于检查情况的通报",
    ]);
  });

  test("of circular.yaml is no template", async () => {
    expect(await lines('标题: "关于{{期间}}的通报"')).toEqual(["关于{{期间}}的通报"]);
  });

  test("is also the document's title on one line", async () => {
    const { properties } = await compose("标题: [关于检查情况, 的通报]");
    expect(properties).toEqual({ title: "关于检查情况的通报", issuer: "示例市人民政府办公室", date: "2024-07-10" });
  });
});

describe("主送", () => {
  const printed = async (line?: string): Promise<string | undefined> => {
    const found = block(await compose(...(line === undefined ? [] : [line])), "recipients");
    return found === undefined ? undefined : plainText(found.children);
  };

  test("ends with one full-width colon, however it is written", async () => {
    for (const written of ["各单位", "各单位：", '"各单位:"', "各单位： ", "各单位 ："]) {
      expect(await printed(`主送: ${written}`)).toBe("各单位：");
    }
  });

  test("may be left out", async () => {
    expect(await printed()).toBeUndefined();
  });

  test("has no colon where a template names it", async () => {
    const document = await documentOf({ body: "请{{主送}}整改。", circular: withElements("主送: 各单位：") });
    expect(plainText(block(document, "paragraph")!.children)).toBe("请各单位整改。");
  });
});

describe("署名 and 成文日期", () => {
  test("are the issuing agency and the date in official form", async () => {
    const signature = block(await compose(), "signature")!;
    expect([signature.issuers.map(plainText), plainText(signature.date)]).toEqual([
      ["示例市人民政府办公室"],
      "2024年7月10日",
    ]);
  });

  test("may be other agencies, one or several", async () => {
    const issuers = async (line: string): Promise<string[]> =>
      block(await compose(line), "signature")!.issuers.map(plainText);
    expect(await issuers("署名: 示例市政府办")).toEqual(["示例市政府办"]);
    expect(await issuers("署名: [甲局, 乙局, 丙局]")).toEqual(["甲局", "乙局", "丙局"]);
  });

  test.each(["2024-7-10", "2024/07/10", "2024.7.10", "2024年7月10日", "２０２４年７月１０日"])(
    "the date may be written %s",
    async (written) => {
      const document = await compose(`成文日期: ${written}`);
      expect([plainText(block(document, "signature")!.date), document.properties.date]).toEqual([
        "2024年7月10日",
        "2024-07-10",
      ]);
    },
  );

  test.each(["2024-02-30", "24-07-10", "7月10日", "2024-07", "明天"])("%s is no date", async (written) => {
    const found = await complaints({ circular: withElements(`成文日期: ${written}`) });
    expect(found).toEqual([expect.stringMatching(/^value-not-date circular\.yaml:/u)]);
  });
});

describe("附注 and 公开方式", () => {
  const note = async (written: string): Promise<string> =>
    plainText(block(await compose(`附注: ${written}`), "note")!.children);

  test("附注 stands in one pair of full-width brackets, with or without them in the file", async () => {
    expect(await note("此件公开发布")).toBe("（此件公开发布）");
    expect(await note("（此件公开发布）")).toBe("（此件公开发布）");
    expect(await note("(此件公开发布)")).toBe("（此件公开发布）");
  });

  test("brackets inside 附注 are its own", async () => {
    expect(await note("联系单位：市政府办（三楼）")).toBe("（联系单位：市政府办（三楼））");
    expect(await note("（甲）和（乙）")).toBe("（（甲）和（乙））");
  });

  test("公开方式 has its label once", async () => {
    for (const written of ["主动公开", "公开方式：主动公开"]) {
      expect(plainText(block(await compose(`公开方式: ${written}`), "disclosure")!.children)).toBe(
        "公开方式：主动公开",
      );
    }
  });

  test("both are left out where they are not written", async () => {
    const document = await compose();
    expect([block(document, "note"), block(document, "disclosure"), block(document, "imprint")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("版头", () => {
  test("is printed in the forms that have one, with the agency's name and 文件 in 红头, without it in 信函", async () => {
    expect(block(await compose("版式: {格式: 红头}"), "letterhead")).toEqual({
      type: "letterhead",
      mark: ["示例市人民政府办公室文件"],
    });
    expect(block(await compose("版式: {格式: 信函}"), "letterhead")).toEqual({
      type: "letterhead",
      mark: ["示例市人民政府办公室"],
    });
  });

  test("has what is written in it", async () => {
    const head =
      "版头: {份号: 000012, 密级: 秘密★1年, 紧急程度: 特急, 发文机关标志: [甲局, 乙局], 发文字号: 示府办函〔2024〕12号}";
    expect(block(await compose("版式: {格式: 红头}", head), "letterhead")).toEqual({
      type: "letterhead",
      copyNumber: "000012",
      classification: "秘密★1年",
      urgency: "特急",
      mark: ["甲局", "乙局"],
      documentNumber: "示府办函〔2024〕12号",
    });
  });

  test("份号 has six digits: fewer are filled up, anything else is refused", async () => {
    const copyNumber = async (written: string): Promise<string | undefined> =>
      block(await compose("版式: {格式: 红头}", `版头: {份号: ${written}}`), "letterhead")?.copyNumber;
    expect([await copyNumber("12"), await copyNumber("000012")]).toEqual(["000012", "000012"]);
    expect(await complaints({ circular: withElements("版式: {格式: 红头}", "版头: {份号: 第3份}") })).toEqual([
      expect.stringMatching(/^copy-number circular\.yaml:/u),
    ]);
  });

  test("is missed where the form has none", async () => {
    const { document, diagnostics } = await composeInMemory({
      circular: withElements("版头: {发文字号: 示府办函〔2024〕12号}"),
    });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["letterhead-not-printed", "warning"]]);
    expect(document === undefined ? undefined : block(document, "letterhead")).toBeUndefined();
  });
});

describe("版式", () => {
  test("is plain, unsealed and numbered outside unless it says otherwise", async () => {
    expect((await compose()).appearance).toEqual({
      form: "plain",
      sealed: false,
      pageNumbers: "outer",
      latinFont: "body",
      boldHeadings: false,
      mirrorMargins: false,
    });
    expect((await compose("版式: {格式: 红头}")).appearance).toMatchObject({ form: "redHead", sealed: true });
    expect(
      (
        await compose(
          "版式: {格式: 信函, 用印: 否, 页码: 居中, 西文字体: Times New Roman, 标题加粗: 是, 双面装订: true}",
        )
      ).appearance,
    ).toEqual({
      form: "letter",
      sealed: false,
      pageNumbers: "centre",
      latinFont: "timesNewRoman",
      boldHeadings: true,
      mirrorMargins: true,
    });
  });
});

describe("版记", () => {
  test("has its lines, each with one closing mark", async () => {
    const imprint = block(
      await compose("版记: {抄送: 市委办公室。, 印发机关: 市政府办秘书科, 印发日期: 2024-07-11}"),
      "imprint",
    )!;
    expect([imprint.copyTo, imprint.printer, imprint.printDate].map((line) => plainText(line ?? []))).toEqual([
      "市委办公室。",
      "市政府办秘书科",
      "2024年7月11日",
    ]);
    expect(plainText(block(await compose("版记: {抄送: 市委办公室}"), "imprint")!.copyTo ?? [])).toBe("市委办公室。");
  });

  test("without any line is not there", async () => {
    expect(block(await compose("版记: {抄送: }"), "imprint")).toBeUndefined();
  });
});

describe("elements are one line each", () => {
  test.each(["发文机关", "主送", "附注", "公开方式"])("%s with a line break is refused", async (name) => {
    const found = await complaints({ circular: withElements(`${name}: "甲\\n乙"`) });
    expect(found).toEqual([expect.stringMatching(/^value-line-break circular\.yaml:/u)]);
  });

  test("blanks around them do not count", async () => {
    expect(block(await compose('署名: "　示例局 "'), "signature")!.issuers.map(plainText)).toEqual(["示例局"]);
  });
});

describe("values of circular.yaml in the document", () => {
  test("know their line", async () => {
    const document = await compose("主送: 各单位", "版记: {抄送: 市委办公室}", "署名: [甲局, 乙局]");
    const places = (node: unknown): string[] => {
      if (typeof node !== "object" || node === null) return [];
      if ("type" in node && node.type === "value") {
        const { value, provenance } = node as Value;
        return provenance.rows.length > 0
          ? []
          : [
              `${value} ${provenance.expression} ${provenance.places[0]?.line ?? 0}:${provenance.places[0]?.column ?? 0}`,
            ];
      }
      return Object.values(node).flatMap(places);
    };
    const own = [block(document, "recipients"), block(document, "signature"), block(document, "imprint")].flatMap(
      places,
    );
    expect(own).toEqual([
      "各单位 主送 3:5",
      "甲局 署名.0 1:6",
      "乙局 署名.1 1:10",
      "2024年7月10日 成文日期 7:7",
      "市委办公室 版记.抄送 2:10",
    ]);
  });
});

describe("attachments", () => {
  const attachments = async (type: string, circular = exampleCircular): Promise<unknown> => {
    const document = await documentOf({ type, circular });
    expect(checkTree(document)).toEqual([]);
    const list = block(document, "attachmentList");
    return {
      list: list?.items.map((item) => `${item.number ?? ""}${plainText(item.name)}`),
      pages: document.children.flatMap((one) =>
        one.type === "attachment" ? [`${one.label}｜${one.title.map(plainText).join("/")}`] : [],
      ),
    };
  };

  test("are listed and numbered in their order, on pages with their names", async () => {
    expect(await attachments(exampleType)).toEqual({
      list: ["1账号检查情况统计表", "2检查发现问题清单"],
      pages: ["附件1｜账号检查情况统计表", "附件2｜检查发现问题清单"],
    });
  });

  test("are left out where 当 does not hold, and a single one has no number", async () => {
    expect(
      await attachments(exampleType.replace("  - 键: 账号表", '  - 键: 账号表\n    当: 行数 账号 结果="未检查"')),
    ).toEqual({
      list: ["检查发现问题清单"],
      pages: ["附件｜检查发现问题清单"],
    });
  });

  test("may all be left out", async () => {
    expect(await attachments(exampleType.replace(/附件:[\s\S]*$/u, ""))).toEqual({ list: undefined, pages: [] });
  });

  test("may have a title of their own in lines, a subtitle, another orientation and other content", async () => {
    const type = exampleType.replace(
      /附件:[\s\S]*$/u,
      `附件:
  - 名称: "{{发文机关}}的表"
    标题: [第一行, "{{期间}}"]
    副题: "（{{期间.简称}}）"
    方向: 横向
    内容:
      - 注: "共{{行数 账号}}个"
      - {表名: 附表1, 当: 账号}
      - {表名: 附表2, 当: '行数 账号 结果="未检查"'}
      - {表: {数据表: 地区, 列: [{标题: 名称}]}}
      - {注: 缺省标签, 注标签: }
      - {注: 无标签, 注标签: 无}
      - {注: 别的标签, 注标签: 说明：}
      - 正文: |
          ## 一级从二开始
          甲
          {{发文机关}}
`,
    );
    const document = await documentOf({ type });
    expect(checkTree(document)).toEqual([]);
    const attachment = block(document, "attachment")!;
    expect(attachment.orientation).toBe("landscape");
    expect([attachment.title.map(plainText), plainText(attachment.subtitle ?? [])]).toEqual([
      ["第一行", "2024年第二季度"],
      "（第二季度）",
    ]);
    expect(
      attachment.children.map((child) => {
        if (child.type === "remark") return `注 ${child.label}${plainText(child.children)}`;
        if (child.type === "caption") return `名 ${plainText(child.children)}`;
        if (child.type === "heading") return `题 ${child.label}${plainText(child.children)}`;
        return child.type === "paragraph" ? `段 ${plainText(child.children)}` : child.type;
      }),
    ).toEqual([
      "注 注：共4个",
      "名 附表1",
      "table",
      "注 注：缺省标签",
      "注 无标签",
      "注 说明：别的标签",
      "题 （一）一级从二开始",
      "段 甲",
      "段 示例市人民政府办公室",
    ]);
  });
});
