import { describe, expect, it } from "vitest";
import { text, type Block, type CircularDocument } from "../../src/document/tree.js";
import { sampleDocument } from "../document/sample-document.js";
import {
  attachment,
  changesBetween,
  circular,
  counted,
  heading,
  numberedTable,
  paragraph,
  type Cells,
} from "./draft-pairs.js";

describe("running text", () => {
  const opening = paragraph(
    "根据国办发〔2017〕47号文件要求，市政府办公室开展了检查，总体合格率为98.5%，较上季度提高1.2个百分点。",
  );
  const demand = paragraph("请存在问题的单位于7月20日前报送整改情况，联系邮箱为office@example.gov.cn。");
  const praise = paragraph("“平安示例”“示例教育”等账号更新及时，受到群众好评。");

  it("a number changed by hand is replaced whole", () => {
    const after = paragraph(opening.children[0]!.value.replace("98.5%", "98.6%"));
    expect(changesBetween(circular(opening, demand), circular(after, demand))).toMatchInlineSnapshot(`
      "text-1 改动段落；hand
        正文 第1段：根据国办发〔…总体合格率为[-98.5%-]{+98.6%+}，较上季度提高1.2个百分点。"
    `);
  });

  it("a date, a document number and a quoted name are replaced whole", () => {
    const words = opening.children[0]!.value.replace("47号", "48号");
    const request = demand.children[0]!.value.replace("7月20日", "7月25日");
    const account = praise.children[0]!.value.replace("“平安示例”", "“示例公安”");
    expect(
      changesBetween(
        circular(opening, demand, praise),
        circular(paragraph(words), paragraph(request), paragraph(account)),
      ),
    ).toMatchInlineSnapshot(`
      "text-1 改动段落；hand
        正文 第1段：根据国办发[-〔2017〕47号-]{+〔2017〕48号+}文件要求，市…2个百分点。
      text-2 改动段落；hand
        正文 第2段：请存在问题的单位于[-7月20日-]{+7月25日+}前报送整改情…ov.cn。
      text-3 改动段落；hand
        正文 第3段：[-“平安示例”-]{+“示例公安”+}“示例教育”…到群众好评。"
    `);
  });

  it("a rewritten phrase shows as one replacement", () => {
    const after = paragraph(praise.children[0]!.value.replace("受到群众好评", "得到广泛认可"));
    expect(changesBetween(circular(praise), circular(after))).toMatchInlineSnapshot(`
      "text-1 改动段落；hand
        正文 第1段：“平安示例”…号更新及时，[-受到群众好评-]{+得到广泛认可+}。"
    `);
  });

  it("a paragraph moved", () => {
    expect(changesBetween(circular(opening, demand, praise), circular(demand, praise, opening))).toMatchInlineSnapshot(`
      "text-1 移动段落
        正文 第1段 → 正文 第3段：根据国办发〔…2个百分点。"
    `);
  });

  it("a paragraph moved and changed", () => {
    const changed = paragraph(opening.children[0]!.value.replace("98.5%", "98.6%"));
    expect(changesBetween(circular(opening, demand, praise), circular(demand, praise, changed))).toMatchInlineSnapshot(`
      "text-1 移动段落
        正文 第1段 → 正文 第3段：根据国办发〔…总体合格率为[-98.5%-]{+98.6%+}，较上季度提高1.2个百分点。
      text-2 改动段落；hand
        正文 第1段 → 正文 第3段：根据国办发〔…总体合格率为[-98.5%-]{+98.6%+}，较上季度提高1.2个百分点。"
    `);
  });

  it("a paragraph added and another removed", () => {
    expect(changesBetween(circular(opening, demand), circular(opening, praise))).toMatchInlineSnapshot(`
      "text-1 删去段落
        正文 第2段：[-请存在问题的单位于7月20日前报送整改情况，联系邮箱为office@example.gov.cn。-]
      text-2 新增段落
        正文 第2段：{+“平安示例”“示例教育”等账号更新及时，受到群众好评。+}"
    `);
  });

  it("an unseen character is a change", () => {
    const after = paragraph(praise.children[0]!.value.replace("等账号", "等\u200B账号"));
    expect(changesBetween(circular(praise), circular(after))).toMatchInlineSnapshot(`
      "text-1 改动段落；hand
        正文 第1段：“平安示例”“示例教育”等{+⟨U+200B⟩+}账号更新及时，受到群众好评。"
    `);
  });
});

describe("headings", () => {
  const problems = heading(1, 1, "发现的问题");
  const content = heading(2, 1, "内容更新不及时。", "有的账号超过两周没有更新。");
  const reply = heading(2, 2, "互动回应差。", "有的网站没有回复留言。");
  const demands = heading(1, 2, "工作要求");

  it("a heading inserted is one change, the numbers after it are none", () => {
    const before = circular(problems, content, reply, demands);
    const after = circular(
      problems,
      heading(2, 1, "日常监管不够。", "有的单位没有开展自查。"),
      { ...content, ordinal: 2, label: "（二）" },
      { ...reply, ordinal: 3, label: "（三）" },
      demands,
    );
    expect(changesBetween(before, after)).toMatchInlineSnapshot(`
      "text-1 新增小标题
        正文 一、（一）：{+（一）日常监管不够。有的单位没有开展自查。+}"
    `);
  });

  it("two headings in another order: one moved", () => {
    const after = circular(
      problems,
      { ...reply, ordinal: 1, label: "（一）" },
      { ...content, ordinal: 2, label: "（二）" },
      demands,
    );
    expect(changesBetween(circular(problems, content, reply, demands), after)).toMatchInlineSnapshot(`
      "text-1 移动小标题
        正文 一、（一） → 正文 一、（二）：（[-一-]{+二+}）内容更新不…周没有更新。"
    `);
  });

  it("a wrong number is a change", () => {
    const after = circular(problems, content, { ...reply, label: "（三）" }, demands);
    expect(changesBetween(circular(problems, content, reply, demands), after)).toMatchInlineSnapshot(`
      "text-1 改动小标题序号；（二） → （三）
        正文 一、（二）标题 → 正文 一、（三）标题：[-（二）-]{+（三）+}"
    `);
  });

  it("the heading and its run-in text are told apart", () => {
    const after = circular(problems, content, heading(2, 2, "互动回应不够好。", "有的网站没有回复留言。"), demands);
    expect(changesBetween(circular(problems, content, reply, demands), after)).toMatchInlineSnapshot(`
      "text-1 改动小标题；hand
        正文 一、（二）标题：互动回应[-差-]{+不够好+}。"
    `);
  });

  it("a heading of another level", () => {
    const after = circular(problems, content, heading(1, 2, "互动回应差。", "有的网站没有回复留言。"), {
      ...demands,
      ordinal: 3,
      label: "三、",
    });
    expect(changesBetween(circular(problems, content, reply, demands), after)).toMatchInlineSnapshot(`
      "text-1 改动小标题层次；二级 → 一级
        正文 一、（二）“互动回应差” → 正文 二、“互动回应差”：[-（二）-]{+二、+}"
    `);
  });
});

describe("numbers that follow from rows", () => {
  const names = ["账号名称", "结果"];
  const records: readonly Cells[] = [
    ["示例教育", "合格"],
    ["平安示例", "合格"],
    ["示例统计", "不合格"],
  ];
  const draft = (rows: readonly Cells[], ...values: readonly Block[]): CircularDocument =>
    circular(...values, attachment(undefined, "检查情况", numberedTable(names, ["账号名称"], rows)));

  it("a count changed because of a row that was added, in every place", () => {
    const body = (count: string, rows: number[]): Block[] => [
      paragraph("共检查", counted(count, "行数 新媒体", rows), "个账号。"),
      paragraph("上述", counted(count, "行数 新媒体", rows), "个账号名单见附件。"),
    ];
    const before = draft(records, ...body("3", [2, 3, 4]));
    const after = draft([...records, ["示例民政", "合格"]], ...body("4", [2, 3, 4, 5]));
    expect(changesBetween(before, after)).toMatchInlineSnapshot(`
      "data-1 新增行
        附件 第4行“示例民政”：{+示例民政｜合格+}
      numbers-1 改动数；3 → 4（行数 新媒体：3 → 4行）；因为 data-1
        正文 第1段：[-3-]{+4+}
        正文 第2段：[-3-]{+4+}"
    `);
  });

  it("a count changed because a row counts no longer, not because of others that changed", () => {
    const count = (value: string, rows: number[]): Block =>
      paragraph("合格", counted(value, "行数 新媒体 结果=合格", rows), "个。");
    const before = draft(records, count("2", [2, 3]));
    const after = draft([["示例教育局", "合格"], ["平安示例", "不合格"], records[2]!], count("1", [2]));
    expect(changesBetween(before, after)).toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第1行“账号名称”列：示例教育{+局+}
      data-2 改动单元格
        附件 第2行“结果”列：{+不+}合格
      numbers-1 改动数；2 → 1（行数 新媒体 结果=合格：2 → 1行）；因为 data-2
        正文 第1段：[-2-]{+1+}"
    `);
  });

  it("a list that a row joined changed by data, wording around it by the template", () => {
    const name = (value: string, row: number): ReturnType<typeof counted> => counted(value, "账号名称", [row]);
    const before = draft(records, paragraph("不合格的有", name("示例统计", 4), "，应当整改。"));
    const after = draft(
      [records[0]!, ["平安示例", "不合格"], records[2]!],
      paragraph("不合格的有", name("平安示例", 3), "、", name("示例统计", 4), "，应立即整改。"),
    );
    expect(changesBetween(before, after)).toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第2行“结果”列：{+不+}合格
      numbers-1 新增数； → 平安示例（账号名称：0 → 1行）；因为 data-1
        正文 第1段：{+平安示例、+}
      text-1 改动段落；template
        正文 第1段：不合格的有{+平安示例、+}示例统计，应[-当-]{+立即+}整改。"
    `);
  });

  it("a number that somebody overwrote in the file was changed by hand", () => {
    const before = draft(records, paragraph("共检查", counted("3", "行数 新媒体", [2, 3, 4]), "个账号。"));
    const after = draft(records, paragraph("共检查5个账号。"));
    expect(changesBetween(before, after)).toMatchInlineSnapshot(`
      "text-1 改动段落；hand
        正文 第1段：共检查[-3-]{+5+}个账号。"
    `);
  });
});

describe("elements", () => {
  function edited(edit: (blocks: Block[]) => Block[]): CircularDocument {
    const document = sampleDocument();
    return { ...document, children: edit([...document.children]) };
  }

  function withBlock<Type extends Block["type"]>(
    type: Type,
    change: (block: Extract<Block, { type: Type }>) => Extract<Block, { type: Type }>,
  ): CircularDocument {
    return edited((blocks) =>
      blocks.map((block) => (block.type === type ? change(block as Extract<Block, { type: Type }>) : block)),
    );
  }

  const sample = sampleDocument();

  it("nothing", () => {
    expect(changesBetween(sample, sampleDocument())).toBe("没有改动");
  });

  it("document number", () => {
    const after = withBlock("letterhead", (block) => ({ ...block, documentNumber: "示府办函〔2024〕13号" }));
    expect(changesBetween(sample, after)).toMatchInlineSnapshot(`
      "layout-1 改动发文字号；hand
        发文字号：示府办函[-〔2024〕12号-]{+〔2024〕13号+}"
    `);
  });

  it("title, and the file's property that repeats it", () => {
    const after = withBlock("title", () => ({
      type: "title",
      lines: [[text("示例市人民政府办公室关于2024年第三季度")], [text("政府网站与政务新媒体检查情况的通报")]],
    }));
    const properties = { ...sample.properties, title: sample.properties.title.replace("第二", "第三") };
    expect(changesBetween(sample, { ...after, properties })).toMatchInlineSnapshot(`
      "layout-1 改动标题；hand
        标题 第1行：示例市人民政府办公室关于[-2024年第二季度-]{+2024年第三季度+}"
    `);
  });

  it("recipients, date, disclosure and note", () => {
    const after = edited((blocks) =>
      blocks.map((block) => {
        if (block.type === "recipients") return { ...block, children: [text("各县、区人民政府，市府直属有关单位：")] };
        if (block.type === "signature") return { ...block, date: [text("2024年7月12日")] };
        if (block.type === "disclosure") return { ...block, children: [text("公开方式：依申请公开")] };
        if (block.type === "note") return { ...block, children: [text("（此件不公开）")] };
        return block;
      }),
    );
    expect(changesBetween(sample, { ...after, properties: { ...sample.properties, date: "2024-07-12" } }))
      .toMatchInlineSnapshot(`
      "layout-1 改动主送机关；hand
        主送机关：各县、区人民政府，市府直属[-各-]{+有关+}单位：
      layout-2 改动成文日期；hand
        成文日期：[-2024年7月10日-]{+2024年7月12日+}
      layout-3 改动公开方式；hand
        公开方式：公开方式：[-主动-]{+依申请+}公开
      layout-4 改动附注；hand
        附注：（此件{+不+}公开[-发布-]）"
    `);
  });

  it("an attachment dropped, the others numbered again", () => {
    const after = edited((blocks) =>
      blocks.flatMap((block): Block[] => {
        if (block.type === "attachmentList") {
          return [{ ...block, items: [block.items[0]!, { ...block.items[2]!, number: 2 }] }];
        }
        if (block.type !== "attachment") return [block];
        if (block.number === 2) return [];
        return [block.number === 3 ? { ...block, number: 2, label: "附件2" } : block];
      }),
    );
    expect(changesBetween(sample, after)).toMatchInlineSnapshot(`
      "layout-1 删去附件；共3行
        附件2：[-附件2 检查得分-]
        附件说明 第2项：[-检查得分-]"
    `);
  });

  it("an attachment turned on its side", () => {
    const after = edited((blocks) =>
      blocks.map((block) =>
        block.type === "attachment" && block.number === 3 ? { ...block, orientation: "landscape" } : block,
      ),
    );
    expect(changesBetween(sample, after)).toMatchInlineSnapshot(`
      "layout-1 改动纸张方向；纵向 → 横向
        附件3 纸张方向：[-纵向-]{+横向+}"
    `);
  });

  it("the look", () => {
    expect(
      changesBetween(sample, { ...sample, appearance: { ...sample.appearance, sealed: false, boldHeadings: true } }),
    ).toMatchInlineSnapshot(`
      "layout-1 改动版式；印章：留位置 → 不留位置
        版式：[-留位置-]{+不留位置+}
      layout-2 改动版式；二级标题：不加粗 → 加粗
        版式：[-不加粗-]{+加粗+}"
    `);
  });

  it("a header, a footer and a comment of the file", () => {
    const surroundings = {
      before: [
        { kind: "页眉", text: "内部资料" },
        { kind: "批注", text: "请核实" },
      ],
      after: [
        { kind: "页眉", text: "内部材料" },
        { kind: "页脚", text: "第1页" },
      ],
    };
    expect(changesBetween(sample, sampleDocument(), { surroundings })).toMatchInlineSnapshot(`
      "layout-1 改动页眉、页脚、批注、文本框
        页眉：内部[-资-]{+材+}料
      layout-2 删去页眉、页脚、批注、文本框
        批注：[-请核实-]
      layout-3 新增页眉、页脚、批注、文本框
        页脚：{+第1页+}"
    `);
  });
});
