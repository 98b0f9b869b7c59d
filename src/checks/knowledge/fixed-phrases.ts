import { Search } from "../search.js";

/** A phrase of political or institutional language that is never varied. */
export interface FixedPhrase {
  readonly phrase: string;
  /** What looks like it and is right. */
  readonly alsoRight?: readonly string[];
}

/** Six characters and more: shorter ones have too many neighbours that are right. */
export const fixedPhrases: readonly FixedPhrase[] = [
  { phrase: "习近平新时代中国特色社会主义思想" },
  { phrase: "习近平总书记" },
  { phrase: "中国特色社会主义", alsoRight: ["中国特色的社会主义"] },
  { phrase: "中华人民共和国" },
  { phrase: "国务院办公厅" },
  { phrase: "党中央、国务院" },
  { phrase: "中共中央办公厅" },
  { phrase: "以人民为中心" },
  { phrase: "社会主义核心价值观" },
  { phrase: "中华民族伟大复兴", alsoRight: ["中华民族的伟大复兴"] },
  { phrase: "人类命运共同体" },
  { phrase: "国家治理体系和治理能力现代化" },
  { phrase: "马克思列宁主义" },
  { phrase: "总体国家安全观" },
  { phrase: "全过程人民民主" },
  { phrase: "社会主义现代化" },
  { phrase: "意识形态工作责任制" },
  { phrase: "我为政府网站找错" },
  { phrase: "全国政务新媒体信息报送系统" },
  { phrase: "国务院办公厅秘书局" },
];

/** Slips that are certain although the phrase is short, or whose parts were exchanged. */
export const certainSlips: readonly { readonly search: Search<readonly string[]>; readonly right: string }[] = [
  {
    search: new Search(
      ["习进平", "习近评", "习近乎", "刁近平", "习近萍", "习近品"],
      () => /习进平|习近评|习近乎|刁近平|习近萍|习近品/gu,
    ),
    right: "习近平",
  },
  { search: new Search(["总书计", "总书纪", "总书记记"], () => /总书计|总书纪|总书记记/gu), right: "总书记" },
  { search: new Search(["党中火", "党申央", "党中夬"], () => /党中火|党申央|党中夬/gu), right: "党中央" },
  { search: new Search(["国务完", "囯务院", "国务阮"], () => /国务完|囯务院|国务阮/gu), right: "国务院" },
  {
    search: new Search(["中国共产覚", "中国共产当", "中国共生党"], () => /中国共产覚|中国共产当|中国共生党/gu),
    right: "中国共产党",
  },
  { search: new Search(["坚定“四个意识”"], () => /坚定“四个意识”/gu), right: "增强“四个意识”" },
  { search: new Search(["做到“四个"], () => /做到“四个(?:意识|自信)”/gu), right: "增强“四个意识”、坚定“四个自信”" },
  {
    search: new Search(["增强“两个维护”", "坚定“两个维护”"], () => /(?:增强|坚定)“两个维护”/gu),
    right: "做到“两个维护”",
  },
  {
    search: new Search(["增强“两个确立”", "做到“两个确立”"], () => /(?:增强|做到)“两个确立”/gu),
    right: "拥护“两个确立”",
  },
  { search: new Search(["“四个意思”"], () => /“四个意思”/gu), right: "“四个意识”" },
  {
    search: new Search(["“两个唯护”", "“两个维维”", "“两个维护护”"], () => /“两个唯护”|“两个维维”|“两个维护护”/gu),
    right: "“两个维护”",
  },
  { search: new Search(["“两个确定”"], () => /“两个确定”/gu), right: "“两个确立”" },
];
