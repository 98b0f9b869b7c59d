import { describe, expect, test } from "vitest";
import { findings, tried } from "./cross-check.js";

describe("引用", () => {
  const tables = `
名册: {列: {单位: {必填: 是}}}
问题: {列: {责任单位: {类型: 列表}}}`;
  const checks = "- {规则: 引用, 数据表: 问题, 列: 责任单位, 名册: {数据表: 名册, 列: 单位}}";
  const roster = [
    "潮州市统计局",
    "湘桥区人民政府",
    "潮州市国防动员办公室",
    "潮州市市场监督管理局",
    "潮州新区管理委员会",
  ].map((单位) => ({ 单位 }));
  const ask = (names: string[], more: object = {}): Promise<string[]> =>
    findings({ tables, checks, rows: { 名册: roster, 问题: [{ 责任单位: names }] }, ...more });

  test("accepts full names and the short forms that follow from the area", async () => {
    expect(await ask(["潮州市统计局", "市统计局", "湘桥区政府", "市市场监督管理局", "潮州新区管委会"])).toEqual([]);
  });

  test("reports every name that is nowhere, with the nearest one", async () => {
    const { diagnostics } = await tried({
      tables,
      checks,
      rows: { 名册: roster, 问题: [{ 责任单位: ["市统计所", "潮安区政府"] }] },
    });
    expect(diagnostics.map(({ code, actual, hint }) => [code, actual, /想写“(.*?)”/u.exec(hint ?? "")?.[1]])).toEqual([
      ["cross-name-unknown", "市统计所", "潮州市统计局"],
      ["cross-name-unknown", "潮安区政府", expect.anything()],
    ]);
  });

  test("knows the short forms of the type and of circular.yaml", async () => {
    expect(await ask(["市国动办"])).toHaveLength(1);
    expect(await ask(["市国动办"], { type: "简称: {市国动办: 潮州市国防动员办公室}\n" })).toEqual([]);
    expect(await ask(["市国动办"], { circular: "简称: {市国动办: 市国防动员办公室}\n" })).toEqual([]);
  });

  test("takes the area from the type before the issuer", async () => {
    expect(await ask(["市统计局"], { type: "地区: 汕头市\n" })).toHaveLength(1);
  });

  test("takes names as written where the author says so", async () => {
    const strict = checks.replace("}}", "}, 认简称: 否}");
    expect(await ask(["市统计局"], { checks: strict })).toHaveLength(1);
  });

  test("accepts what is allowed beside the roster, and a name of either of two rosters", async () => {
    const both =
      "- {规则: 引用, 数据表: 问题, 列: 责任单位, 另可: [潮安区政府], 名册: [{数据表: 名册, 列: 单位}, {数据表: 另册, 列: 甲}]}";
    const more = `${tables}\n另册: {列: {甲: {必填: 是}}}`;
    const rows = { 名册: roster, 另册: [{ 甲: "乙县" }], 问题: [{ 责任单位: ["乙县", "潮安区人民政府", "丙县"] }] };
    expect(await findings({ tables: more, checks: both, rows })).toEqual([
      "cross-name-unknown 丙县 → 数据表“名册”的“单位”或数据表“另册”的“甲”里有的名称",
    ]);
  });

  test("is a warning where the author wants it, and says what to do in his words", async () => {
    const own = checks.replace("}}", "}, 级别: 警告, 处理: 问市数据局}");
    const { diagnostics } = await tried({
      tables,
      checks: own,
      rows: { 名册: roster, 问题: [{ 责任单位: ["某局"] }] },
    });
    expect(diagnostics[0]).toMatchObject({ severity: "warning", hint: "问市数据局" });
    expect(diagnostics[0]?.related?.at(-1)?.place.file).toMatch(/type\.yaml$/u);
  });
});

describe("结论与问题", () => {
  const tables = `
新媒体: {列: {单位: {}, 账号: {必填: 是}, 结果: {类型: 选项, 取值: [合格, 不合格], 必填: 是}}}
问题: {列: {账号: {类型: 列表}, 类别: {类型: 选项, 取值: [单项否决, 扣分]}}}`;
  const checks =
    "- {规则: 结论与问题, 数据表: 新媒体, 对象: 账号, 结论: 结果, 不合格: 不合格, 问题表: 问题, 问题对象: 账号, 否决: {列: 类别, 值: 单项否决}}";
  const ask = (accounts: [string, string][], problems: [string[], string][]): Promise<string[]> =>
    findings({
      tables,
      checks,
      rows: {
        新媒体: accounts.map(([账号, 结果]) => ({ 账号, 结果 })),
        问题: problems.map(([账号, 类别]) => ({ 账号, 类别 })),
      },
    });

  test("a finding without a failed verdict is normal", async () => {
    expect(
      await ask(
        [
          ["甲", "合格"],
          ["乙", "不合格"],
        ],
        [[["甲", "乙"], "扣分"]],
      ),
    ).toEqual([]);
  });

  test("a failed verdict needs a finding", async () => {
    expect(
      await ask(
        [
          ["甲", "不合格"],
          ["乙", "不合格"],
        ],
        [[["甲"], "扣分"]],
      ),
    ).toEqual(["verdict-without-finding 数据表“问题”的“账号”里没有它 → 至少写明一个问题"]);
  });

  test("a veto needs a failed verdict", async () => {
    expect(await ask([["甲", "合格"]], [[["甲"], "单项否决"]])).toEqual(["veto-without-failure 合格 → 不合格"]);
    expect(await ask([["甲", "不合格"]], [[["甲"], "单项否决"]])).toEqual([]);
  });

  test("of several accounts with one name one must have failed", async () => {
    expect(
      await ask(
        [
          ["甲", "合格"],
          ["甲", "不合格"],
        ],
        [[["甲"], "单项否决"]],
      ),
    ).toEqual([]);
  });

  test("a veto of somebody who is in no list is for 引用 to find", async () => {
    expect(await ask([["甲", "合格"]], [[["丙"], "单项否决"]])).toEqual([]);
  });

  test("the second place is the verdict", async () => {
    const { diagnostics } = await tried({
      tables,
      checks,
      rows: { 新媒体: [{ 账号: "甲", 结果: "合格" }], 问题: [{ 账号: "甲", 类别: "单项否决" }] },
    });
    expect(diagnostics[0]?.related?.[0]?.message).toBe("结论在这里");
  });
});

describe("不重复", () => {
  const tables = "甲: {列: {名称: {}, 平台: {}}}\n乙: {必填: 否, 列: {账号: {类型: 列表}}}";
  test("compares several columns, and blanks and width do not count", async () => {
    const rows = {
      甲: [
        { 名称: "ＡＢ", 平台: "微信" },
        { 名称: "A B", 平台: "微信" },
        { 名称: "AB", 平台: "微博" },
      ],
    };
    const found = await findings({ tables, rows, checks: "- {规则: 不重复, 数据表: 甲, 列: [名称, 平台]}" });
    // That the name is written in three ways is said as well, by another check.
    expect(found.filter((finding) => finding.startsWith("cross-"))).toEqual([
      "cross-row-repeated A B、微信 → 只出现一次",
    ]);
  });

  test("compares several tables, item by item", async () => {
    const rows = { 甲: [{ 名称: "子" }, { 名称: "丑" }], 乙: [{ 账号: ["寅", "丑"] }] };
    const checks = "- {规则: 不重复, 数据表: 甲, 列: 名称, 比对: [{数据表: 乙, 列: 账号}]}";
    const { diagnostics } = await tried({ tables, rows, checks });
    expect(diagnostics.map(({ code, actual, related }) => [code, actual, related?.[0]?.message])).toEqual([
      ["cross-row-repeated", "丑", "数据表“甲”里已有"],
    ]);
  });

  test("rows that name nothing are not alike", async () => {
    const rows = { 甲: [{ 平台: "微信" }, { 平台: "微信" }] };
    expect(await findings({ tables, rows, checks: "- {规则: 不重复, 数据表: 甲, 列: 名称}" })).toEqual([]);
  });
});

describe("序号连续", () => {
  const tables = "甲: {列: {序号: {类型: 整数}, 单位: {}}}";
  const ask = (numbers: (number | [number, string])[], more = ""): Promise<string[]> =>
    findings({
      tables,
      checks: `- {规则: 序号连续, 数据表: 甲, 列: 序号${more}}`,
      rows: {
        甲: numbers.map((one) => (typeof one === "number" ? { 序号: one, 单位: "x" } : { 序号: one[0], 单位: one[1] })),
      },
    });

  test("a gap, a repeat and a false start are told once each", async () => {
    expect(await ask([1, 2, 3])).toEqual([]);
    expect(await ask([1, 2, 2, 3, 4])).toEqual(["ordinal-not-consecutive 2 → 3"]);
    expect(await ask([1, 2, 4, 5])).toEqual(["ordinal-not-consecutive 4 → 3"]);
    expect(await ask([2, 3])).toEqual(["ordinal-not-consecutive 2 → 1"]);
    expect(await ask([5, 6], ", 起: 5")).toEqual([]);
  });

  test("neighbours may share a number, but not others", async () => {
    expect(await ask([1, 1, 2, 2, 3], ", 同号: 是")).toEqual([]);
    expect(await ask([1, 2, 1], ", 同号: 是")).toEqual(["ordinal-not-consecutive 1 → 2或3"]);
  });

  test("rows of one unit share a number, rows of another do not", async () => {
    expect(
      await ask(
        [
          [1, "甲"],
          [1, "甲"],
          [2, "乙"],
        ],
        ", 同号按: 单位",
      ),
    ).toEqual([]);
    expect(
      await ask(
        [
          [1, "甲"],
          [2, "甲"],
          [2, "乙"],
        ],
        ", 同号按: 单位",
      ),
    ).toEqual(["ordinal-not-consecutive 2 → 1", "ordinal-not-consecutive 2 → 3"]);
  });

  test("counting begins anew in each section", async () => {
    expect(
      await ask(
        [
          [1, "甲"],
          [2, "甲"],
          [1, "乙"],
        ],
        ", 分段: 单位",
      ),
    ).toEqual([]);
  });
});

describe("行合计", () => {
  const tables = "甲: {列: {一: {类型: 数值}, 二: {类型: 数值或文字}, 总: {类型: 数值}}}";
  test("adds exactly, takes an empty cell as nothing and passes over words", async () => {
    const rows = {
      甲: [
        { 一: 0.1, 二: 0.2, 总: 0.3 },
        { 一: 5, 总: 5 },
        { 一: 1, 二: "免评", 总: 7 },
        { 一: 5, 二: 2, 总: 11 },
      ],
    };
    expect(await findings({ tables, rows, checks: "- {规则: 行合计, 数据表: 甲, 列: 总, 各项: [一, 二]}" })).toEqual([
      "row-sum-differs 11 → 5＋2＝7",
    ]);
  });
});

describe("合计", () => {
  const tables = "明细: {列: {地区: {}, 数: {类型: 整数}}}\n汇总: {必填: 否, 列: {地区: {}, 个数: {类型: 整数}}}";
  const fields = "总数: {类型: 整数}";
  const rows = {
    明细: [
      { 地区: "甲市", 数: 18 },
      { 地区: "甲市", 数: 1 },
      { 地区: "乙市", 数: 2 },
    ],
  };

  test("a figure given elsewhere agrees with the sum, and with the number of rows", async () => {
    const sum = "- {规则: 合计, 数据表: 明细, 列: 数, 等于: 总数}";
    expect(await findings({ tables, fields, rows, checks: sum, circular: "总数: 21" })).toEqual([]);
    expect(await findings({ tables, fields, rows, checks: sum, circular: "总数: 28" })).toEqual([
      "total-differs 28 → 21",
    ]);
    const count = "- {规则: 合计, 数据表: 明细, 等于: 总数}";
    expect(await findings({ tables, fields, rows, checks: count, circular: "总数: 3" })).toEqual([]);
    expect(await findings({ tables, fields, rows, checks: count, circular: "总数: 4" })).toEqual([
      "total-differs 4 → 3",
    ]);
  });

  test("a figure that was not given is not compared, and the log says so", async () => {
    const { diagnostics, checked, unchecked } = await tried({
      tables,
      fields,
      rows,
      checks: "- {规则: 合计, 数据表: 明细, 等于: 总数}",
    });
    expect(diagnostics).toEqual([]);
    expect(checked).toEqual([]);
    expect(unchecked).toEqual(["合计：数据表“明细”的行数，“总数”没有填"]);
  });

  test("some of the rows are chosen by an expression", async () => {
    const checks = '- {规则: 合计, 数据表: 明细, 行: 筛选 明细 地区="甲市", 列: 数, 等于: 总数}';
    expect(await findings({ tables, fields, rows, checks, circular: "总数: 20" })).toEqual(["total-differs 20 → 19"]);
  });

  test("each group agrees with its row in another table, in both directions", async () => {
    const checks = "- {规则: 合计, 数据表: 明细, 分组: 地区, 对照: {数据表: 汇总, 按: 地区, 列: 个数}}";
    const summary = (amounts: Record<string, number>): object[] =>
      Object.entries(amounts).map(([地区, 个数]) => ({ 地区, 个数 }));
    expect(await findings({ tables, checks, rows: { ...rows, 汇总: summary({ 甲市: 2, 乙市: 1, 丙市: 0 }) } })).toEqual(
      [],
    );
    expect(await findings({ tables, checks, rows: { ...rows, 汇总: summary({ 甲市: 3, 丙市: 1 }) } })).toEqual([
      "total-group-missing 1行 → ",
      "total-differs 3 → 2",
      "total-differs 1 → 0",
    ]);
  });
});

describe("排名", () => {
  const tables = "甲: {列: {名次: {类型: 整数}, 得分: {类型: 数值或文字}, 组: {}}}";
  const ask = (pairs: [number, number | string, string?][], more = ""): Promise<string[]> =>
    findings({
      tables,
      checks: `- {规则: 排名, 数据表: 甲, 名次: 名次, 按: 得分${more}}`,
      rows: { 甲: pairs.map(([名次, 得分, 组]) => ({ 名次, 得分, 组: 组 ?? "x" })) },
    });

  test("equal scores leave places out, leave none out, or share none", async () => {
    const scores = [90, 80, 80, 70];
    const with_ = (ranks: number[]): [number, number][] => ranks.map((rank, index) => [rank, scores[index] ?? 0]);
    expect(await ask(with_([1, 2, 2, 4]))).toEqual([]);
    expect(await ask(with_([1, 2, 2, 3]))).toEqual(["rank-differs 第3名（得分70） → 第4名"]);
    expect(await ask(with_([1, 2, 2, 3]), ", 并列: 不占位")).toEqual([]);
    expect(await ask(with_([1, 2, 2, 4]), ", 并列: 不占位")).toEqual(["rank-differs 第4名（得分70） → 第3名"]);
    expect(await ask(with_([1, 3, 2, 4]), ", 并列: 不并列")).toEqual([]);
    expect(await ask(with_([1, 2, 2, 4]), ", 并列: 不并列")).toEqual(["rank-differs 第2名（得分80） → 第3名"]);
  });

  test("words are not ranked, groups are ranked apart, and the smallest may be the first", async () => {
    expect(
      await ask([
        [1, 90],
        [2, "合格"],
      ]),
    ).toEqual([]);
    expect(
      await ask(
        [
          [1, 90, "甲"],
          [1, 80, "乙"],
        ],
        ", 分组: 组",
      ),
    ).toEqual([]);
    expect(
      await ask(
        [
          [2, 90],
          [1, 80],
        ],
        ", 升序: 是",
      ),
    ).toEqual([]);
  });
});

describe("等次", () => {
  const tables = "甲: {列: {得分: {类型: 数值}, 等次: {}, 否决: {类型: 整数}}}";
  const ask = (pairs: [number, string, number?][], more: string): Promise<string[]> =>
    findings({
      tables,
      checks: `- {规则: 等次, 数据表: 甲, 等次: 等次, 按: 得分, ${more}}`,
      rows: { 甲: pairs.map(([得分, 等次, 否决]) => ({ 得分, 等次, 否决: 否决 ?? 0 })) },
    });
  const lines = "分数线: {良好: 80, 优秀: 90, 合格: 60}";

  test("thresholds belong to the grade they open, whatever their order", async () => {
    expect(
      await ask(
        [
          [90, "优秀"],
          [89.99, "良好"],
          [80, "良好"],
          [60, "合格"],
        ],
        lines,
      ),
    ).toEqual([]);
    expect(
      await ask(
        [
          [89.99, "优秀"],
          [90, "良好"],
          [59, "合格"],
        ],
        lines,
      ),
    ).toEqual([
      "grade-differs 优秀（89.99分） → 良好（80分以上）",
      "grade-differs 良好（90分） → 优秀（90分以上）",
      "grade-differs 合格（59分） → 没有这么低的等次",
    ]);
  });

  test("a veto decides whatever the score", async () => {
    expect(
      await ask(
        [
          [95, "优秀", 1],
          [95, "不合格", 2],
        ],
        `${lines}, 否决列: 否决, 否决等次: 不合格`,
      ),
    ).toEqual(["grade-differs 优秀（“否决”是1） → 不合格"]);
  });

  test("without thresholds no grade has less than a lower one", async () => {
    const order = "次序: [优秀, 良好, 合格]";
    expect(
      await ask(
        [
          [85, "优秀"],
          [85, "良好"],
          [70, "合格"],
        ],
        order,
      ),
    ).toEqual([]);
    expect(
      await ask(
        [
          [85, "优秀"],
          [80, "良好"],
          [84, "良好"],
          [86, "合格"],
        ],
        order,
      ),
    ).toEqual([
      "grade-order-reversed 优秀85分，合格86分 → 优秀的得分都不低于合格的",
      "grade-order-reversed 良好80分，合格86分 → 良好的得分都不低于合格的",
      "grade-order-reversed 良好84分，合格86分 → 良好的得分都不低于合格的",
    ]);
  });
});

describe("编码", () => {
  const tables = "甲: {列: {码: {}, 类型: {}}}";
  const ask = (pairs: [string, string][], more: string): Promise<string[]> =>
    findings({
      tables,
      checks: `- {规则: 编码, 数据表: 甲, 列: 码, ${more}}`,
      rows: { 甲: pairs.map(([码, 类型]) => ({ 码, 类型 })) },
    });

  test("of sites have 10 digits, or bm and 8", async () => {
    const codes: [string, string][] = ["4451000001", "bm55000001", "445100001", "44510O0001"].map((code) => [code, ""]);
    expect((await ask(codes, "种类: 网站")).map((one) => one.split(" → ")[0])).toEqual([
      "code-shape 445100001",
      "code-shape 44510O0001",
    ]);
  });

  test("belong to the area", async () => {
    expect(
      await ask(
        [
          ["4451000001", ""],
          ["4406000001", ""],
          ["bm55000001", ""],
        ],
        "种类: 网站, 地区码: [4451, 4452]",
      ),
    ).toEqual(["code-area 4406000001 → 以4451或4452开头"]);
  });

  test("of accounts have letters that fit the type, as far as the letters are known", async () => {
    const codes: [string, string][] = [
      ["440600M020XL0001", "新浪微博"],
      ["440607M001WX0001", "微信订阅号"],
      ["440607M001WX0002", "新浪微博"],
      ["440607M001ZZ0001", "微信订阅号"],
      ["44060M020XL001", "新浪微博"],
    ];
    expect((await ask(codes, "种类: 新媒体, 账号类型: 类型")).map((one) => one.split(" → ")[0])).toEqual([
      "code-platform 440607M001WX0002，账号类型是“新浪微博”",
      "code-shape 44060M020XL001",
    ]);
    expect(await ask(codes.slice(0, 4), "种类: 新媒体, 账号类型: 类型, 平台字母: {ZZ: 微博}")).toEqual([
      "code-platform 440607M001ZZ0001，账号类型是“微信订阅号” → ZZ 表示微博",
    ]);
  });

  test("are doubted, not refused", async () => {
    const { diagnostics } = await tried({
      tables,
      checks: "- {规则: 编码, 数据表: 甲, 列: 码, 种类: 网站}",
      rows: { 甲: [{ 码: "1" }] },
    });
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
  });
});

describe("日期顺序", () => {
  const fields = "检查时间: {类型: 起止日期}\n截止: {类型: 日期}";
  const checks = "- {规则: 日期顺序, 日期: [期间.起, 检查时间.止, 成文日期, 截止]}";

  test("names the pair that is out of order, with both places", async () => {
    expect(
      await findings({ fields, checks, circular: "检查时间: {起: 2024-04-01, 止: 2024-06-30}\n截止: 2024-07-20" }),
    ).toEqual([]);
    const { diagnostics } = await tried({
      fields,
      checks,
      circular: "检查时间: {起: 2024-04-01, 止: 2024-06-30}\n截止: 2024-07-05",
    });
    expect(diagnostics.map(({ code, message, actual }) => [code, message, actual])).toEqual([
      ["dates-out-of-order", "“截止”早于“成文日期”", "截止是2024年7月5日，成文日期是2024年7月10日"],
    ]);
    expect(diagnostics[0]?.related?.[0]?.place.line).toBe(4);
  });

  test("passes over what was left out, and compares its neighbours", async () => {
    expect(await findings({ fields, checks, circular: "截止: 2024-07-05" })).toHaveLength(1);
    expect(await findings({ fields, checks, circular: "" })).toEqual([]);
  });

  test("allows the same day unless the author does not", async () => {
    const circular = "截止: 2024-07-10";
    expect(await findings({ fields, checks, circular })).toEqual([]);
    expect(await findings({ fields, checks: checks.replace("]}", "], 同日: 否}"), circular })).toHaveLength(1);
  });

  test("of each row", async () => {
    const tables = "甲: {列: {发现: {类型: 日期}, 整改: {类型: 日期}}}";
    const rows = {
      甲: [
        { 发现: "2024-05-01", 整改: "2024-05-03" },
        { 发现: "2024-05-04", 整改: "2024-05-03" },
        { 发现: "2024-05-04" },
      ],
    };
    expect(await findings({ tables, rows, checks: "- {规则: 日期顺序, 数据表: 甲, 日期: [发现, 整改]}" })).toHaveLength(
      1,
    );
  });
});
