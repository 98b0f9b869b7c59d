/** One kind of mistake that proofreaders of circulars look for. */
export interface KnownMistake {
  /** Rules refer to it by this number. */
  readonly number: number;
  readonly name: string;
  /** What finds it besides the rules of 核稿, such as checks of the data before anything is written. */
  readonly elsewhere?: string;
  /** Why a program cannot decide it, or not all of it; people have to look. */
  readonly remains?: string;
}

const generated = "由数据生成的通报里，正文的数字都从数据算出";

/**
 * What proofreaders (核稿、校对) of inspection circulars look for. The list is that of the field; a rule says which of them it covers, and
 * a test makes sure that each is covered by a rule, found elsewhere, or left to people for a stated reason.
 */
export const knownMistakes: readonly KnownMistake[] = [
  {
    number: 1,
    name: "正文的个数与附件的行数不符",
    elsewhere: generated,
    remains: "全文只出现一次、附件里也数不出来的数（如收到留言的件数），要对照原始材料看",
  },
  { number: 2, name: "分项之和不等于总数" },
  { number: 3, name: "检查数不等于合格数加不合格数" },
  { number: 4, name: "比率算不出来", elsewhere: "类型里的核对规则“比率”" },
  { number: 5, name: "小数位数不一致" },
  { number: 6, name: "还有不合格的，比率却写成100%", elsewhere: "助手“比率”算出时即报告" },
  { number: 7, name: "该用百分点的写成了%" },
  { number: 8, name: "占比没有说清以什么为总数" },
  { number: 9, name: "标题里的个数与列出的个数不符" },
  { number: 10, name: "“等N个”与列出的个数不符" },
  {
    number: 11,
    name: "同一对象重复计数",
    elsewhere: "类型里的核对规则“不重复”",
    remains: "一个账号同时列入两张名单，可能是对的，也可能重复计数，要由人判断",
  },
  {
    number: 12,
    name: "把存在问题当作不合格",
    elsewhere: "类型里的核对规则“结论与问题”",
    remains: "单看文稿分不清点名的账号是否不合格；要有数据里的检查结论才能核对",
  },
  { number: 13, name: "单位名称前后不一" },
  { number: 14, name: "简称没有定义，或先用后定义" },
  { number: 15, name: "简称定义两次，或定义后没有用" },
  { number: 16, name: "机构的旧名称" },
  { number: 17, name: "附件名称在附件说明、附件页、正文里不一致" },
  { number: 18, name: "附件序号跳号，或提到的附件不存在" },
  { number: 19, name: "只有一个附件却编号，有几个附件却没编号" },
  { number: 20, name: "附件名称带标点或书名号" },
  {
    number: 21,
    name: "附件标记后有冒号，或没有另起一页",
    elsewhere: "生成的文档里附件都另起一页",
    remains: "别人排的文档里附件是不是落在新的一页，要在 Word 里看",
  },
  { number: 22, name: "表格序号重复或跳号", elsewhere: "类型里的核对规则“序号连续”" },
  { number: 23, name: "层次序数的次序错乱" },
  { number: 24, name: "层次序数后的标点错误" },
  { number: 25, name: "只有一个分项" },
  {
    number: 26,
    name: "独立成行的标题有句号，接排标题没有句号",
    remains: "接排标题漏了句号，就分不清标题到哪里为止，只能从长短猜",
  },
  { number: 27, name: "发文字号的写法" },
  { number: 28, name: "引用的文号有误或前后不一" },
  { number: 29, name: "引用的文件名被随意缩短", remains: "只认得常引用的几份文件，其他文件的名称要对照原文" },
  { number: 30, name: "截止日期早于成文日期", elsewhere: "类型里的核对规则“日期顺序”" },
  {
    number: 31,
    name: "跨年的截止日期没有写年份，或落在节假日",
    remains: "节假日每年由国务院办公厅另行公布，程序不带日历，截止日期是否放假要由人看",
  },
  { number: 32, name: "检查时间不在本期，或晚于成文日期", elsewhere: "类型里的核对规则“日期顺序”" },
  { number: 33, name: "沿用上期文稿，期间没有改" },
  { number: 34, name: "印发日期早于成文日期" },
  { number: 35, name: "日期的写法" },
  { number: 36, name: "标题里文种重复，或与结尾用语不符" },
  { number: 37, name: "发文机关标志、标题、署名、印发机关不一致" },
  { number: 38, name: "主送机关的标点", remains: "各机关之间该用顿号还是逗号，取决于它们是不是同类，要由人判断" },
  {
    number: 39,
    name: "要整改的单位不在主送范围内",
    remains: "“市直各单位”包括哪些单位，文稿里看不出来；垂直管理单位是否在主送之内要由人判断",
  },
  { number: 40, name: "主送与抄送重复，抄送没有句号" },
  { number: 41, name: "半角标点" },
  { number: 42, name: "书名号、引号之间的顿号" },
  { number: 43, name: "同一种符号嵌套" },
  { number: 44, name: "直引号、引号方向、括号不成对" },
  { number: 45, name: "汉字数字与阿拉伯数字混用" },
  { number: 46, name: "约数重复" },
  { number: 47, name: "同一事物的量词前后不一" },
  { number: 48, name: "范围的单位不全" },
  {
    number: 49,
    name: "标识码格式不对、重复或属于别的地区",
    elsewhere: "类型里的核对规则“编码”",
    remains: "顺序号写错一位仍像一个编码，要对照名册看（类型里可以用核对规则“引用”）",
  },
  { number: 50, name: "账号名称或类型在正文和表里不一致" },
  { number: 51, name: "网址的写法" },
  { number: 52, name: "既单项否决又有得分" },
  { number: 53, name: "扣分加错", elsewhere: "类型里的核对规则“行合计”" },
  { number: 54, name: "不够加分条件却加了分" },
  {
    number: 55,
    name: "名次与得分不符",
    elsewhere: "类型里的核对规则“排名”",
    remains: "同分怎样排名各地不一；类型里写明规则的才能逐名核对",
  },
  { number: 56, name: "表扬名单里有不合格的单位" },
  {
    number: 57,
    name: "复查名单与上期的不合格名单不符",
    elsewhere: "类型里的核对规则“与上期比较”",
    remains: "一份文稿里看不到上期的名单；写明上期后按主键逐行比较",
  },
  { number: 58, name: "照抄问题描述，留下别的单位名称" },
  { number: 59, name: "作为证据的错字被改掉" },
  {
    number: 60,
    name: "截图的次序、说明或单位不对",
    remains: "程序看不懂图里是哪个账号；图片是否清楚、与说明是否相符要由人看",
  },
  {
    number: 61,
    name: "个人信息、涉密信息",
    remains: "文字里的手机号、身份证号等会提示；图片里的看不到，是否涉密也要由人判断",
  },
  { number: 62, name: "没有填的占位文字" },
  { number: 63, name: "批注、修订、隐藏文字等遗留", elsewhere: "读 Word 文档时即提示" },
  {
    number: 64,
    name: "排版：断行、落款单独成页、表格断行、首页没有正文",
    elsewhere: "生成的文档由版式规定保证：落款带着正文走，表格行不跨页",
    remains: "别人排的文档要在 Word 里打开看页面；断行和分页取决于字体，文件里没有",
  },
  {
    number: 65,
    name: "领导人、国家机关、政党的名称、排序和固定提法",
    remains: "只核对少数固定提法的错字；姓名、排序和最新提法要由人对照权威文本",
  },
];
