/** An agency that was renamed or merged. */
export interface RenamedAgency {
  /** Matches the old name alone, without the place; with the flag `g`. */
  readonly pattern: RegExp;
  /** What it is called now; localities may have chosen otherwise. */
  readonly now: string;
  /** The first year in which the old name is out of date everywhere. */
  readonly since: number;
  /** Localities differ, or kept the old one beside the new. */
  readonly varies?: true;
}

/**
 * Agencies renamed by the reforms of 2008, 2013, 2018 (central in March and April 2018, local by the end of the year) and 2023. The year is the
 * first in which no locality is left with the old name, so that a circular of the year of change is never faulted.
 */
export const renamedAgencies: readonly RenamedAgency[] = [
  { pattern: /国土资源(?:局|厅|部(?!门)|和房屋管理局)/gu, now: "自然资源局（厅、部）", since: 2019 },
  { pattern: /(?:城乡规划|(?<![源和发])规划)局/gu, now: "自然资源局", since: 2019, varies: true },
  { pattern: /卫生和计划生育(?:局|委员会)|卫生计生[局委]|卫计[局委]/gu, now: "卫生健康局（委员会）", since: 2019 },
  { pattern: /卫生[局厅]/gu, now: "卫生健康局（委员会）", since: 2015 },
  { pattern: /人口和计划生育(?:局|委员会)|计生[局委]/gu, now: "卫生健康局（委员会）", since: 2015 },
  { pattern: /工商行政管理(?:总?局)|工商局/gu, now: "市场监督管理局", since: 2019 },
  { pattern: /质量技术监督局|质监局/gu, now: "市场监督管理局", since: 2019 },
  { pattern: /食品药品监督管理(?:总?局)|食药监局|食药局/gu, now: "市场监督管理局（药品监督管理局）", since: 2019 },
  { pattern: /(?<![电化和育文])旅游(?:局|发展委员会|委员会)/gu, now: "文化和旅游局（文化广电旅游局）", since: 2019 },
  {
    pattern: /文化广电新闻出版局|文广新局|文化广播电视新闻出版局/gu,
    now: "文化广电旅游局（文化和旅游局）",
    since: 2019,
  },
  { pattern: /环境保护(?:局|厅|部(?!门))|环保[局厅]/gu, now: "生态环境局（厅、部）", since: 2019 },
  { pattern: /(?<![村和])农业[局厅](?!农村)/gu, now: "农业农村局（厅）", since: 2019 },
  { pattern: /安全生产监督管理(?:总?局)|安监局/gu, now: "应急管理局", since: 2019 },
  { pattern: /公安消防(?:支|总|大)队/gu, now: "消防救援支队（总队、大队）", since: 2019 },
  { pattern: /国家税务局|地方税务局|国税局|地税局/gu, now: "税务局", since: 2019 },
  { pattern: /出入境检验检疫局/gu, now: "海关", since: 2019 },
  { pattern: /法制(?:局|办公室)|法制办/gu, now: "司法局", since: 2019 },
  { pattern: /物价局/gu, now: "发展和改革局、市场监督管理局", since: 2019, varies: true },
  { pattern: /经济和信息化委员会|经信委|经济贸易局|经贸局/gu, now: "工业和信息化局", since: 2019, varies: true },
  { pattern: /扶贫开发办公室|扶贫(?:办|局)/gu, now: "农业农村局（乡村振兴局）", since: 2022 },
  { pattern: /乡村振兴局/gu, now: "农业农村局", since: 2025, varies: true },
  { pattern: /劳动和社会保障局|人事局/gu, now: "人力资源和社会保障局", since: 2011 },
  { pattern: /人民防空办公室|人防办/gu, now: "国防动员办公室", since: 2024, varies: true },
  { pattern: /政务服务数据管理局/gu, now: "政务服务和数据管理局、数据局", since: 2025, varies: true },
  { pattern: /对外贸易经济合作局|外经贸局/gu, now: "商务局", since: 2011 },
  { pattern: /广播电影电视局|新闻出版广电局/gu, now: "文化广电旅游局、广播电视局", since: 2019 },
  { pattern: /监察局/gu, now: "监察委员会", since: 2019 },
  {
    pattern: /银保监(?:局|分局|会)|银监(?:局|分局|会)|保监(?:局|分局|会)/gu,
    now: "金融监管局（金融监管总局）",
    since: 2024,
  },
  { pattern: /(?<![农林])农业部(?!门|分|队|长)/gu, now: "农业农村部", since: 2019 },
];
