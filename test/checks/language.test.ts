import { expect, test } from "vitest";
import { readDraft } from "../../src/checks/draft.js";
import { buildExample, type ExampleDraft } from "../../src/checks/example-draft.js";
import { wrongWords } from "../../src/checks/knowledge/wrong-words.js";
import { describeFinding, findingsOf } from "../../src/checks/proofread.js";
import { unitNames } from "../../src/checks/rules/language/unit-names.js";
import { languageRules } from "../../src/checks/rules/language.js";

function findings(example: ExampleDraft): string[] {
  const draft = readDraft(buildExample(example));
  return languageRules.flatMap((rule) =>
    findingsOf(rule, draft)
      .filter((finding) => (finding.severity ?? rule.severity) !== "hint")
      .map((finding) => `${rule.id} ${describeFinding(draft, finding)}`),
  );
}

test("an ordinary circular of another place gives neither errors nor warnings", () => {
  const body = [
    "经市人民政府同意，市政府办公室于8月1日—9日对全市政府网站与政务新媒体进行了检查，现将有关情况通报如下：",
    "一、总体情况",
    "全市33个政府网站全部合格；165个政务新媒体中，微信公众号120个（市直53个、县（市、区）67个）、新浪微博45个，合格率98.79%，比上季度提高0.55个百分点。",
    "“我为政府网站找错”平台收到留言1401条，办结1375条，平均用时2.5个工作日；扫描页面1.2万余个，粉丝数不足1000的账号有20余个。",
    "二、主要问题",
    "（一）更新不及时。超过2周没有更新的账号3个，分别为“甲县发布”“乙县在线”“丙县卫健”；州财政局、黔东南州卫生健康局、甲县教育局的栏目5个以上没有更新。",
    "（二）内容不严谨。个别稿件将“部署”误写为“布署”，“截至”误写为“截止”；“APP下载”栏目链接到www.example.com，页面提示“Error: not found.”。",
    "（三）公开不规范。原市国土资源局的文件仍在首页，防止泄露国家秘密和个人隐私的要求没有落实。",
    "三、工作要求",
    "要以习近平新时代中国特色社会主义思想为指导，增强“四个意识”、坚定“四个自信”、做到“两个维护”，落实党中央、国务院决策部署，严格执行《关于印发〈管理办法〉的通知》（国办发〔2017〕47号）。",
    "请各单位于10月17日（星期四）前将整改情况报市政府办公室（电话：0000-1234567，邮箱：zwgk@example.gov.cn）。",
  ];
  const attachments = [
    {
      title: "问题清单",
      columns: ["序号", "单位名称", "账号名称", "账号类型", "存在问题", "网址"],
      rows: [
        ["1", "甲县卫生健康局", "甲县,卫健(发布)", "微信订阅号", "超过2周没有更新", "https://www.example.gov.cn/a"],
        ["2", "乙县应急管理局", "乙县 布署", "新浪微博", "链接无法访问", "https://www.example.gov.cn/b"],
        ["合计", "2个单位", "", "", "", ""],
      ],
    },
  ];
  expect(findings({ body, attachments })).toEqual([]);
});

test("every wrong word is found in a sentence, and its right form is not", () => {
  for (const { wrong, right } of wrongWords) {
    expect(findings({ body: [`各单位，“甲”，${wrong}，要注意。`] }).join(), wrong).toContain("wrong-words");
    expect(findings({ body: [`各单位，“甲”，${right}，要注意。`] }).join(), right).not.toContain("wrong-words");
  }
});

test("mistakes inside quotations, titles and names of accounts are left alone", () => {
  const evidence = "既使,布署!!的的";
  expect(
    findings({
      body: [`页面标题为“${evidence}”，文件为《${evidence}》。`],
      attachments: [{ title: "名单", columns: ["账号名称"], rows: [[evidence]] }],
    }),
  ).toEqual([]);
});

test("a table of short names tells which names are one unit", () => {
  const units = (first: string, second: string): string[] => {
    const draft = readDraft(buildExample({ body: [`${first}的栏目没有更新，${second}的账号没有更新。`] }), {
      fullName: (name) => (/^市(?:文管|文馆)/u.test(name) ? "示例市文化馆管理中心" : name),
    });
    return findingsOf(unitNames, draft).map(({ message }) => message);
  };
  expect(units("市文管中心支队", "市文馆中心支队")).toEqual([
    "同一个单位在这里写“市文馆中心支队”，别处写“市文管中心支队”",
  ]);
  expect(units("市文管中心支队", "市文管中心支队")).toEqual([]);
  expect(units("市财政局", "市民政局")).toEqual([]);
});
