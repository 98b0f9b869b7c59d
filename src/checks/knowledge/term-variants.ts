import { Search } from "../search.js";

/** One thing and the names by which circulars call it. */
export interface TermVariants {
  readonly thing: string;
  readonly forms: readonly { readonly form: string; readonly search: Search }[];
}

/** Names of one thing that should not stand side by side in one document. */
export const termVariants: readonly TermVariants[] = [
  {
    thing: "政府网站、政务新媒体之间的连词",
    forms: [
      { form: "与", search: new Search(["政府网站与"], () => /政府网站与(?:政府系统)?政务新媒体/gu) },
      { form: "和", search: new Search(["政府网站和"], () => /政府网站和(?:政府系统)?政务新媒体/gu) },
      { form: "及", search: new Search(["政府网站及"], () => /政府网站及(?:政府系统)?政务新媒体/gu) },
    ],
  },
  {
    thing: "微信上的账号",
    forms: [
      { form: "微信公众号", search: new Search(["微信公众号"], () => /微信公众号/gu) },
      { form: "政务微信", search: new Search(["政务微信"], () => /政务微信(?!公众号)/gu) },
      { form: "公众号", search: new Search(["公众号"], () => /(?<!微信)公众号/gu) },
      { form: "微信公众平台", search: new Search(["微信公众平台"], () => /微信公众平台/gu) },
    ],
  },
  {
    thing: "移动端的应用",
    forms: [
      { form: "移动客户端", search: new Search(["移动客户端"], () => /移动客户端(?!（APP）)/gu) },
      { form: "手机客户端", search: new Search(["手机客户端"], () => /手机客户端/gu) },
      {
        form: "APP",
        search: new Search(
          ["APP", "App", "app", "aPP", "apP", "aPp", "APp", "ApP"],
          () => /(?<![A-Za-z（])APP(?![A-Za-z）])/giu,
        ),
      },
    ],
  },
  {
    thing: "抖音上的账号",
    forms: [
      { form: "抖音号", search: new Search(["抖音号"], () => /抖音号/gu) },
      { form: "抖音短视频", search: new Search(["抖音短视频"], () => /抖音短视频/gu) },
    ],
  },
  {
    thing: "微博",
    forms: [
      { form: "政务微博", search: new Search(["政务微博"], () => /政务微博/gu) },
      { form: "新浪微博", search: new Search(["新浪微博"], () => /新浪微博/gu) },
    ],
  },
  {
    thing: "账号",
    forms: [
      { form: "账号", search: new Search(["账号"], () => /账号/gu) },
      { form: "帐号", search: new Search(["帐号"], () => /帐号/gu) },
    ],
  },
];
