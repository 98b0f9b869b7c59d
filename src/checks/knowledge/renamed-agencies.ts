import { Search } from "../search.js";

/** An agency that was renamed or merged. */
export interface RenamedAgency {
  /** Matches the old name alone, without the place; with the flag `g`. */
  readonly search: Search;
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
  {
    search: new Search(["国土资源"], () => /国土资源(?:局|厅|部(?!门)|和房屋管理局)/gu),
    now: "自然资源局（厅、部）",
    since: 2019,
  },
  {
    search: new Search(["规划局"], () => /(?:城乡规划|(?<![源和发])规划)局/gu),
    now: "自然资源局",
    since: 2019,
    varies: true,
  },
  {
    search: new Search(
      ["卫生和计划生育", "卫生计生", "卫计局", "卫计委"],
      () => /卫生和计划生育(?:局|委员会)|卫生计生[局委]|卫计[局委]/gu,
    ),
    now: "卫生健康局（委员会）",
    since: 2019,
  },
  { search: new Search(["卫生局", "卫生厅"], () => /卫生[局厅]/gu), now: "卫生健康局（委员会）", since: 2015 },
  {
    search: new Search(["人口和计划生育", "计生局", "计生委"], () => /人口和计划生育(?:局|委员会)|计生[局委]/gu),
    now: "卫生健康局（委员会）",
    since: 2015,
  },
  {
    search: new Search(["工商行政管理", "工商局"], () => /工商行政管理(?:总?局)|工商局/gu),
    now: "市场监督管理局",
    since: 2019,
  },
  {
    search: new Search(["质量技术监督局", "质监局"], () => /质量技术监督局|质监局/gu),
    now: "市场监督管理局",
    since: 2019,
  },
  {
    search: new Search(["食品药品监督管理", "食药监局", "食药局"], () => /食品药品监督管理(?:总?局)|食药监局|食药局/gu),
    now: "市场监督管理局（药品监督管理局）",
    since: 2019,
  },
  {
    search: new Search(
      ["旅游局", "旅游发展委员会", "旅游委员会"],
      () => /(?<![电化和育文])旅游(?:局|发展委员会|委员会)/gu,
    ),
    now: "文化和旅游局（文化广电旅游局）",
    since: 2019,
  },
  {
    search: new Search(
      ["文化广电新闻出版局", "文广新局", "文化广播电视新闻出版局"],
      () => /文化广电新闻出版局|文广新局|文化广播电视新闻出版局/gu,
    ),
    now: "文化广电旅游局（文化和旅游局）",
    since: 2019,
  },
  {
    search: new Search(["环境保护", "环保局", "环保厅"], () => /环境保护(?:局|厅|部(?!门))|环保[局厅]/gu),
    now: "生态环境局（厅、部）",
    since: 2019,
  },
  {
    search: new Search(["农业局", "农业厅"], () => /(?<![村和])农业[局厅](?!农村)/gu),
    now: "农业农村局（厅）",
    since: 2019,
  },
  {
    search: new Search(["安全生产监督管理", "安监局"], () => /安全生产监督管理(?:总?局)|安监局/gu),
    now: "应急管理局",
    since: 2019,
  },
  {
    search: new Search(["公安消防"], () => /公安消防(?:支|总|大)队/gu),
    now: "消防救援支队（总队、大队）",
    since: 2019,
  },
  {
    search: new Search(["国家税务局", "地方税务局", "国税局", "地税局"], () => /国家税务局|地方税务局|国税局|地税局/gu),
    now: "税务局",
    since: 2019,
  },
  { search: new Search(["出入境检验检疫局"], () => /出入境检验检疫局/gu), now: "海关", since: 2019 },
  { search: new Search(["法制局", "法制办"], () => /法制(?:局|办公室)|法制办/gu), now: "司法局", since: 2019 },
  { search: new Search(["物价局"], () => /物价局/gu), now: "发展和改革局、市场监督管理局", since: 2019, varies: true },
  {
    search: new Search(
      ["经济和信息化委员会", "经信委", "经济贸易局", "经贸局"],
      () => /经济和信息化委员会|经信委|经济贸易局|经贸局/gu,
    ),
    now: "工业和信息化局",
    since: 2019,
    varies: true,
  },
  {
    search: new Search(["扶贫"], () => /扶贫开发办公室|扶贫(?:办|局)/gu),
    now: "农业农村局（乡村振兴局）",
    since: 2022,
  },
  { search: new Search(["乡村振兴局"], () => /乡村振兴局/gu), now: "农业农村局", since: 2025, varies: true },
  {
    search: new Search(["劳动和社会保障局", "人事局"], () => /劳动和社会保障局|人事局/gu),
    now: "人力资源和社会保障局",
    since: 2011,
  },
  {
    search: new Search(["人民防空办公室", "人防办"], () => /人民防空办公室|人防办/gu),
    now: "国防动员办公室",
    since: 2024,
    varies: true,
  },
  {
    search: new Search(["政务服务数据管理局"], () => /政务服务数据管理局/gu),
    now: "政务服务和数据管理局、数据局",
    since: 2025,
    varies: true,
  },
  {
    search: new Search(["对外贸易经济合作局", "外经贸局"], () => /对外贸易经济合作局|外经贸局/gu),
    now: "商务局",
    since: 2011,
  },
  {
    search: new Search(["广播电影电视局", "新闻出版广电局"], () => /广播电影电视局|新闻出版广电局/gu),
    now: "文化广电旅游局、广播电视局",
    since: 2019,
  },
  { search: new Search(["监察局"], () => /监察局/gu), now: "监察委员会", since: 2019 },
  {
    search: new Search(
      ["银保监", "银监", "保监"],
      () => /银保监(?:局|分局|会)|银监(?:局|分局|会)|保监(?:局|分局|会)/gu,
    ),
    now: "金融监管局（金融监管总局）",
    since: 2024,
  },
  { search: new Search(["农业部"], () => /(?<![农林])农业部(?!门|分|队|长)/gu), now: "农业农村部", since: 2019 },
];
