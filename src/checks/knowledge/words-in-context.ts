import { Search } from "../search.js";

/** A word that is wrong only among certain others. */
export interface WordInContext {
  /** With the flag `g`; matches the wrong word alone. */
  readonly search: Search;
  readonly right: string;
  /** Why, for the writer. */
  readonly reason: string;
  /** Both forms are found in print; one is preferred in official documents. */
  readonly taste?: true;
}

/** Words that are right elsewhere: 登陆 of typhoons, 反应 of chemistry, 截止 without a date after it. */
export const wordsInContext: readonly WordInContext[] = [
  {
    search: new Search(
      ["登陆"],
      () =>
        /登陆(?=网站|平台|系统|账[号户]|帐[号户]|后台|页面|邮箱|入口|界面|密码|方式|用户|“|《|[A-Za-z])|(?<=统一|用户|无法|不能|重复|扫码|后台|网上)登陆/gu,
    ),
    right: "登录",
    reason: "进入网站、系统是“登录”，上岸才是“登陆”",
  },
  {
    search: new Search(["截止"], () => /(?<!时间|日期)截止(?=(?:\d{4}年)?\d{1,2}月|目前|昨日|今日|\d{4}年)/gu),
    right: "截至",
    reason: "后面带时间的用“截至”（或“截止到”）；“截止”后面不带时间：报名6月30日截止",
  },
  {
    search: new Search(["截止"], () => /(?<=时间|日期)截止(?=(?:\d{4}年)?\d{1,2}月|\d{4}年)/gu),
    right: "截至",
    reason: "后面带时间的用“截至”或“截止到”",
    taste: true,
  },
  {
    search: new Search(
      ["反应"],
      () => /反应(?=的?(?:问题|情况|诉求|意见|心声|民意))(?<!应急反应|化学反应|不良反应|快速反应|过敏反应|连锁反应)/gu,
    ),
    right: "反映",
    reason: "把情况告诉别人是“反映”，受到刺激而变化是“反应”",
  },
  {
    search: new Search(
      ["检察"],
      () => /检察(?=发现|结果|指标|考核|整改|网站|账号|范围|时间|采样)(?<!人民检察|公益诉讼检察)/gu,
    ),
    right: "检查",
    reason: "查看网站、账号是“检查”，检察机关的工作才是“检察”",
  },
  {
    search: new Search(["行驶"], () => /行驶(?=职权|权力|权利|监督权|职责)/gu),
    right: "行使",
    reason: "职权是“行使”，车船是“行驶”",
  },
  {
    search: new Search(["份内"], () => /份内(?=之?事|的(?:事|工作|职责)|职责|工作)(?<![月省年县股部\d]份内)/gu),
    right: "分内",
    reason: "职责以内是“分内”",
  },
  { search: new Search(["其它"], () => /(?<!其)其它/gu), right: "其他", reason: "公文一般用“其他”", taste: true },
  {
    search: new Search(["帐"], () => /帐(?=[号户目单本款务])|(?<=[台记转结欠总入对查])帐(?!篷|幕)/gu),
    right: "账",
    reason: "与钱财、登记有关的用“账”：账号、账户、台账",
    taste: true,
  },
  { search: new Search(["报导"], () => /报导/gu), right: "报道", reason: "规范的写法是“报道”", taste: true },
  {
    search: new Search(["急待"], () => /急待(?=解决|整改|提高|加强|改进|完善)/gu),
    right: "亟待",
    reason: "“亟待”是迫切等待",
    taste: true,
  },
];
