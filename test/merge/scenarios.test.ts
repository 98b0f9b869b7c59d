import { describe, expect, it } from "vitest";
import { type DataEdit, outcome } from "./merge-case.js";

const civilAffairs = "  - {序号: 5, 单位名称: 潮州市民政局, 账号类型: 微信订阅号, 账号名称: 潮州民政, 结果: 合格}";

/** One more account: the count in the body is 70 instead of 69, and a group of rows begins elsewhere. */
const oneMoreAccount: DataEdit = {
  from: civilAffairs,
  to: `  - {序号: 5, 单位名称: 潮州市民政局, 账号类型: 新浪微博, 账号名称: 潮州救助, 结果: 合格}\n${civilAffairs}`,
};

/** One problem less: two rows further down get other numbers, a sentence of the body goes. */
const linksRepaired: DataEdit = {
  from: "  - 存在问题: 网站链接不可访问\n",
  to: "  - 存在问题: 网站个别链接不可访问\n",
};

describe("a leader edits the draft, then the data change", () => {
  it("a sentence is reworded whose number changes", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.replace("正常运行的政务新媒体共69个", "目前正常运行的政务新媒体共计69个");
          draft.replace("运行情况总体良好", "总体运行良好");
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      text-1 改动段落；hand
        正文 一、第1段：本季度全市在…为100%。{+目前+}正常运行的政务新媒体共{+计+}70个，按照…标逐一检查，[-运行情况-]总体{+运行+}良好，但仍有…维护不到位。"
    `);
  });

  it("the number itself is changed by hand and by the data", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.replace("政务新媒体共69个", "政务新媒体共68个");
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      没有改动
      冲突
      changed 正文 一、第1段：手工“68” 数据“70” 原“69”
      若取手工
      text-1 改动段落；hand
        正文 一、第1段：本季度全市在…政务新媒体共[-70-]{+68+}个，按照“安…维护不到位。"
    `);
  });

  it("a paragraph is added", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.addAfter("以上问题的责任单位见附件3", "各责任单位要立即整改。");
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      text-1 新增段落
        正文 二、（三）第3段：{+各责任单位要立即整改。+}"
    `);
  });

  it("a paragraph is deleted", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.remove("以上问题的责任单位见附件3");
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      text-1 删去段落
        正文 二、（三）第2段：[-以上问题的责任单位见附件3。-]"
    `);
  });

  it("a paragraph is deleted whose number the data change", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.remove("正常运行的政务新媒体共69个");
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      没有改动
      冲突
      deletedByHand 正文 一、第1段：手工“” 数据“本季度全市在运行的政府网站共8家，已全部纳入检查，总体合格率为100%。正常运行的政务新媒体共70个，按照“安全问题”“内容更新”“互动回应”三项单项否决指标逐一检查，运行情况总体良好，但仍有个别账号管理维护不到位。” 原“本季度全市在运行的政府网站共8家，已全部纳入检查，总体合格率为100%。正常运行的政务新媒体共69个，按照“安全问题”“内容更新”“互动回应”三项单项否决指标逐一检查，运行情况总体良好，但仍有个别账号管理维护不到位。”
      若取手工
      text-1 删去段落
        正文 一、第1段：[-本季度全市在运行的政府网站共8家，已全部纳入检查，总体合格率为100%。正常运行的政务新媒体共70个，按照“安全问题”“内容更新”“互动回应”三项单项否决指标逐一检查，运行情况总体良好，但仍有个别账号管理维护不到位。-]"
    `);
  });

  it("a heading with its text is added between others, which are numbered anew", async () => {
    expect(
      await outcome(
        (draft) => {
          const at = draft.indexOf("加强日常监管，做实政务新媒体运维");
          draft.document.children.splice(at, 0, {
            type: "heading",
            level: 2,
            ordinal: 2,
            label: "（二）",
            children: [{ type: "text", value: "完善工作机制。" }],
            body: [{ type: "text", value: "各地要明确分管领导。" }],
          });
          draft.replace(
            '（二）","children":[{"type":"text","value":"加强',
            '（三）","children":[{"type":"text","value":"加强',
          );
          draft.replace(
            '（三）","children":[{"type":"text","value":"压实',
            '（四）","children":[{"type":"text","value":"压实',
          );
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      text-1 新增小标题
        正文 三、（二）：{+（二）完善工作机制。各地要明确分管领导。+}"
    `);
  });

  it("two paragraphs are swapped", async () => {
    expect(
      await outcome(
        (draft) => {
          const { children } = draft.document;
          const at = draft.indexOf("提高政治站位");
          const [moved] = children.splice(at, 1);
          if (moved !== undefined) children.splice(at + 1, 0, moved);
          draft.replace(
            '（一）","children":[{"type":"text","value":"提高',
            '（二）","children":[{"type":"text","value":"提高',
          );
          draft.replace(
            '（二）","children":[{"type":"text","value":"加强',
            '（一）","children":[{"type":"text","value":"加强',
          );
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      text-1 移动小标题
        正文 三、（一） → 正文 三、（二）：（[-一-]{+二+}）提高政治站…》定期自查。"
    `);
  });

  it("a cell is edited of a row that moves down", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.row(2, "潮州数字城管").cells[3] = "潮州智慧城管";
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      data-1 改动单元格
        附件2 第55行“账号名称”列：潮州[-数字-]{+智慧+}城管"
    `);
  });

  it("a cell is edited that the data change as well", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.row(1, "114.3").cells[4] = "114.5";
        },
        [{ from: "得分情况: 114.3", to: "得分情况: 115" }],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      没有改动
      冲突
      changed 附件1 第2行“得分情况”列：手工“114.5” 数据“115” 原“114.3”
      若取手工
      data-1 改动单元格
        附件1 第2行“得分情况”列：[-115-]{+114.5+}"
    `);
  });

  it("a cell and the data's cell beside it", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.row(1, "114.3").cells[1] = "潮安区政府门户网站";
        },
        [{ from: "得分情况: 114.3", to: "得分情况: 115" }],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      data-1 改动单元格
        附件1 第2行“网站名称”列：潮安区[-人民-]政府{+门户+}网站"
    `);
  });

  it("a long cell is reworded by hand in one place and by the data in another", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.replace("相关责任栏目信息更新超过考评时限要求。", "相关责任栏目信息更新超过考评规定时限。");
        },
        [{ from: "存在问题: 日常信息更新维护不到位", to: "存在问题: 日常信息更新维护仍不到位" }],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      data-1 改动单元格
        附件3 第5行“存在问题”列：日常信息更新…更新超过考评{+规定+}时限[-要求-]。"
    `);
  });

  it("a row is added by hand, and another one by the data", async () => {
    expect(
      await outcome(
        (draft) => {
          const { rows } = draft.table(3);
          rows.splice(3, 0, { role: "record", cells: ["", "个别网站首页加载缓慢", "饶平县政府"] });
          draft.count(3);
        },
        [
          {
            from: "  - 存在问题: 网站链接不可访问\n",
            to: "  - {存在问题: 网站没有适老化改造, 责任单位: [潮安区政府], 类别: 网站规范, 涉及网站: [潮安区人民政府网站], 情况: 没有完成适老化改造}\n  - 存在问题: 网站链接不可访问\n",
          },
        ],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      data-1 新增行
        附件3 第5行“个别网站首页加载缓慢”：{+个别网站首页加载缓慢｜饶平县政府+}"
    `);
  });

  it("the same row is added on both sides, and says something else", async () => {
    expect(
      await outcome(
        (draft) => {
          const { index } = draft.row(2, "潮州民政");
          draft.table(2).rows.splice(index, 0, {
            role: "record",
            cells: ["5", "潮州市民政局", "新浪微博", "潮州救助", "不合格"],
          });
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      没有改动
      冲突
      added 附件2 第26行“结果”列：手工“不合格” 数据“合格” 原“”
      若取手工
      data-1 改动单元格
        附件2 第26行“结果”列：{+不+}合格
      layout-1 改动单元格合并；合并的单元格拆开了
        附件2 第26行“单位名称”列 → 附件2 第27行“单位名称”列：潮州市民政局"
    `);
  });

  it("a row is deleted by hand that the data change", async () => {
    expect(
      await outcome(
        (draft) => {
          const { index } = draft.row(1, "121");
          draft.table(1).rows.splice(index, 1);
          draft.count(1);
        },
        [{ from: "得分情况: 121", to: "得分情况: 119" }],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      没有改动
      冲突
      deletedByHand 附件1 第3行：手工“” 数据“饶平县人民政府网站｜0｜其他问题详见下发到各单位的网站检查报告。｜119” 原“饶平县人民政府网站｜0｜其他问题详见下发到各单位的网站检查报告。｜121”
      若取手工
      data-1 删去行
        附件1 第3行“饶平县人民政府网站”：[-饶平县人民政府网站｜0｜其他问题详见下发到各单位的网站检查报告。｜119-]"
    `);
  });

  it("a row is edited by hand that the data no longer have", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.row(2, "潮州普法君").cells[4] = "基本合格";
        },
        [
          {
            from: "  - {序号: 6, 单位名称: 潮州市司法局, 账号类型: 抖音短视频, 账号名称: 潮州普法君, 结果: 合格}\n",
            to: "",
          },
        ],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      没有改动
      冲突
      deletedByData 附件2 第27行：手工“潮州市司法局｜抖音短视频｜潮州普法君｜基本合格” 数据“” 原“潮州市司法局｜抖音短视频｜潮州普法君｜合格”
      若取手工
      data-1 新增行
        附件2 第27行“抖音短视频／潮州普法君”：{+潮州市司法局｜抖音短视频｜潮州普法君｜基本合格+}"
    `);
  });

  it("the name of a merged unit is changed, and the data bring it another account", async () => {
    expect(
      await outcome(
        (draft) => {
          const row = draft.table(2).rows.find(({ cells }) => JSON.stringify(cells).includes("潮州普法君"));
          const cell = row?.cells[1];
          if (typeof cell !== "object" || cell === null) throw new Error("is not merged");
          cell.children = [{ type: "text", value: "潮州市司法局（普法办）" }];
        },
        [
          {
            from: "账号类型: 抖音短视频, 账号名称: 潮州普法君, 结果: 合格}\n",
            to: "账号类型: 抖音短视频, 账号名称: 潮州普法君, 结果: 合格}\n  - {序号: 6, 单位名称: 潮州市司法局, 账号类型: 快手短视频, 账号名称: 潮州普法君, 结果: 合格}\n",
          },
        ],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      data-1 改动单元格
        附件2 第27行“单位名称”列：潮州市司法局{+（普法办）+}"
    `);
  });

  it("an attachment is renamed, in its title and in 附件说明", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.replace("政务新媒体抽查情况统计表", "政务新媒体检查情况一览表");
          draft.attachment(2).title = [[{ type: "text", value: "政务新媒体检查情况一览表" }]];
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      layout-1 改动附件标题；hand
        附件2 标题：政务新媒体[-抽-]{+检+}查情况[-统计-]{+一览+}表
        附件说明 第2项：政务新媒体[-抽-]{+检+}查情况[-统计-]{+一览+}表"
    `);
  });

  it("the date is changed by hand", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.replace("2024年7月10日", "2024年7月12日");
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      layout-1 改动成文日期；hand
        成文日期：[-2024年7月10日-]{+2024年7月12日+}"
    `);
  });

  it("the date is changed by hand and in the edition", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.replace("2024年7月10日", "2024年7月12日");
        },
        [{ file: "circular.yaml", from: "成文日期: 2024-07-10", to: "成文日期: 2024-07-15" }],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      没有改动
      冲突
      changed 成文日期：手工“2024年7月12日” 数据“2024年7月15日” 原“2024年7月10日”
      若取手工
      layout-1 改动成文日期；hand
        成文日期：[-2024年7月15日-]{+2024年7月12日+}"
    `);
  });

  it("主送, 附注 and 抄送 are added and changed", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.replace("市各开发区、潮州新区管委会：", "市各开发区、潮州新区管委会，有关单位：");
          draft.document.children.splice(draft.indexOf("公开方式") + 1, 0, {
            type: "note",
            children: [{ type: "text", value: "（联系人：×××）" }],
          });
          draft.document.children.push({ type: "imprint", copyTo: [{ type: "text", value: "市委办公室。" }] });
        },
        [oneMoreAccount],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      layout-1 改动主送机关；hand
        主送机关：各县、区人民…州新区管委会{+，有关单位+}：
      layout-2 新增附注
        附注：{+（联系人：×××）+}
      layout-3 新增版记
        版记：{+市委办公室。↵↵+}"
    `);
  });

  it("a column is added by hand, and a row by the data", async () => {
    expect(
      await outcome(
        (draft) => {
          const table = draft.table(3);
          table.columns.push({ name: "整改期限", width: 3, align: "centre", kind: "text" });
          for (const { cells } of table.headerRows) cells.push("整改期限");
          for (const { cells } of table.rows) cells.push("7月15日");
        },
        [
          linksRepaired,
          {
            from: "  - 存在问题: “潮州统计”微信公众号因信息更新不及时",
            to: "  - {存在问题: 网站没有适老化改造, 责任单位: [潮安区政府], 类别: 网站规范, 涉及网站: [潮安区人民政府网站], 情况: 没有完成适老化改造}\n  - 存在问题: “潮州统计”微信公众号因信息更新不及时",
          },
        ],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      layout-1 新增列
        附件3 “整改期限”列：{+整改期限+}
      layout-2 改动列宽；序号：884 → 819；存在问题：4422 → 4097；责任单位：3538 → 3278
        附件3 表格："
    `);
  });
  it("an attachment is deleted whose table the data change", async () => {
    expect(
      await outcome(
        (draft) => {
          const { children } = draft.document;
          children.splice(children.indexOf(draft.attachment(1)), 1);
          const list = children.find((block) => block.type === "attachmentList");
          list?.items.splice(0, 1);
          list?.items.forEach((item, index) => {
            item.number = index + 1;
          });
          [draft.attachment(2), draft.attachment(3)].forEach((attachment, index) => {
            attachment.number = index + 1;
            attachment.label = `附件${String(index + 1)}`;
          });
        },
        [{ from: "得分情况: 114.3", to: "得分情况: 115" }],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      没有改动
      冲突
      deletedByHand 附件说明 第1项：手工“” 数据“政府网站抽查情况统计表” 原“政府网站抽查情况统计表”
      deletedByHand 附件1：手工“” 数据“附件1 政府网站抽查情况统计表” 原“附件1 政府网站抽查情况统计表”
      若取手工
      layout-1 删去附件；共8行
        附件1：[-附件1 政府网站抽查情况统计表-]
        附件说明 第1项：[-政府网站抽查情况统计表-]"
    `);
  });

  it("words are changed by hand that the data leave out", async () => {
    expect(
      await outcome(
        (draft) => {
          draft.replace("并抄报市政府办公室", "并抄报市政府办");
        },
        [{ file: "circular.yaml", from: ", 抄报: 市政府办公室}", to: "}" }],
      ),
    ).toMatchInlineSnapshot(`
      "套用
      没有改动
      冲突
      changed 正文 三、（三）第1段：手工“，并抄报市政府办” 数据“” 原“，并抄报市政府办公室”
      若取手工
      text-1 改动段落；hand
        正文 三、（三）第1段：问题清单涉及…和数据管理局{+，并抄报市政府办+}。"
    `);
  });
});
