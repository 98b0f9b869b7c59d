/** The names by which one kind of agency goes, without the place in front. */
export interface AgencyFamily {
  /** Full names; more than one where localities chose differently. One document uses one. */
  readonly full: readonly string[];
  readonly short: readonly string[];
}

/** Agencies of local governments since 2018 that go by several names. */
export const agencyFamilies: readonly AgencyFamily[] = [
  { full: ["卫生健康局", "卫生健康委员会"], short: ["卫健局", "卫健委", "卫生健康委", "卫生局", "卫计局", "卫计委"] },
  {
    full: ["发展和改革局", "发展和改革委员会", "发展改革委员会"],
    short: ["发改局", "发改委", "发展改革局", "发展改革委"],
  },
  {
    full: ["人力资源和社会保障局", "人力资源和社会保障厅"],
    short: ["人社局", "人社厅", "人力资源社会保障局", "人力社保局"],
  },
  {
    full: ["住房和城乡建设局", "住房和城乡建设厅", "住房和城乡建设委员会"],
    short: ["住建局", "住建厅", "住建委", "住房城乡建设局", "住房城乡建设厅"],
  },
  {
    full: ["工业和信息化局", "工业和信息化厅", "经济和信息化局"],
    short: ["工信局", "工信厅", "经信局", "经信厅", "经信委"],
  },
  { full: ["市场监督管理局"], short: ["市场监管局", "市监局"] },
  {
    full: ["文化广电旅游体育局", "文化广电旅游局", "文化和旅游局", "文化和旅游厅", "文化体育和旅游局"],
    short: ["文广旅体局", "文旅局", "文旅厅", "文广旅局", "文体旅局", "文旅体局"],
  },
  { full: ["政务服务和数据管理局", "政务服务数据管理局"], short: ["政数局", "政务数据局", "政务服务数据局"] },
  { full: ["自然资源局", "自然资源和规划局", "规划和自然资源局"], short: ["资规局", "自然资源规划局"] },
  { full: ["生态环境局"], short: ["环境局", "生环局"] },
  {
    full: ["城市管理和综合执法局", "城市管理局", "城市管理行政执法局"],
    short: ["城管局", "城管执法局", "城市管理执法局"],
  },
  { full: ["医疗保障局"], short: ["医保局"] },
  { full: ["退役军人事务局"], short: ["退役军人局"] },
  { full: ["国有资产监督管理委员会"], short: ["国资委", "国资局"] },
  { full: ["国防动员办公室"], short: ["国动办"] },
  { full: ["应急管理局"], short: ["应急局"] },
  { full: ["交通运输局"], short: ["交通局", "交运局"] },
  { full: ["农业农村局"], short: ["农业局", "农村农业局"] },
  { full: ["科学技术局"], short: ["科技局"] },
  { full: ["社会保险基金管理局"], short: ["社保局", "社保基金局"] },
  { full: ["地方金融监督管理局"], short: ["金融局", "地方金融监管局"] },
  { full: ["信访局"], short: ["信访办"] },
  { full: ["机关事务管理局"], short: ["机关事务局"] },
  { full: ["乡村振兴局"], short: ["扶贫办"] },
  { full: ["住房公积金管理中心"], short: ["公积金中心"] },
  { full: ["公共资源交易中心"], short: ["公资交易中心", "资源交易中心"] },
];

/** Other names of agencies, so that a real one is not taken for a slip of another: 财政局 and 民政局 differ by one character. */
export const otherAgencies: readonly string[] = [
  ..."财政局 民政局 审计局 统计局 税务局 商务局 水务局 水利局 林业局 公安局 司法局 教育局 体育局 气象局 档案局 粮食局 物价局 港务局 海事局 渔业局".split(
    " ",
  ),
  ..."畜牧局 烟草局 邮政局 供销社 园林局 旅游局 文物局 规划局 房管局 公路局 地震局 消防局 海洋局 科协 残联 工商局 质监局 食药局 药监局 信访局 民宗局".split(
    " ",
  ),
  ..."外事办 台办 侨办 编办 法制办 研究室 金融办 口岸局 投促局 统战部 宣传部 组织部 政法委 网信办 党校 团委 妇联 总工会 教体局 农牧局 林草局 草原局".split(
    " ",
  ),
  ..."水利水务局 农业农村委员会 城市管理委员会 交通运输委员会 民族宗教事务局 投资促进局 大数据局 数据局 行政审批局 营商环境局 政务服务局 知识产权局".split(
    " ",
  ),
  ..."政务服务管理局 数据管理局 大数据管理局 大数据发展局 海洋综合执法支队 林业和草原局 城乡规划局 外事局 商务和投资促进局 民族事务委员会 宗教事务局 宗教局".split(
    " ",
  ),
];
