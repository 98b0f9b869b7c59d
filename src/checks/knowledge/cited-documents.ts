/** A document that circulars on websites and accounts rest on. */
export interface CitedDocument {
  /** With its issuer. */
  readonly title: string;
  readonly issuer: string;
  readonly number: string;
  /** Other names under which it may be cited in 《》: that of what it issues. */
  readonly alsoCalled: readonly string[];
}

/** Titles and numbers as published by 国务院办公厅. */
export const citedDocuments: readonly CitedDocument[] = [
  {
    title: "国务院办公厅关于印发政府网站发展指引的通知",
    issuer: "国务院办公厅",
    number: "国办发〔2017〕47号",
    alsoCalled: ["政府网站发展指引"],
  },
  {
    title: "国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标、监管工作年度考核指标的通知",
    issuer: "国务院办公厅秘书局",
    number: "国办秘函〔2019〕19号",
    alsoCalled: [
      "政府网站与政务新媒体检查指标",
      "政府网站与政务新媒体监管工作年度考核指标",
      "政府网站与政务新媒体检查指标、监管工作年度考核指标",
    ],
  },
  {
    title: "国务院办公厅关于推进政务新媒体健康有序发展的意见",
    issuer: "国务院办公厅",
    number: "国办发〔2018〕123号",
    alsoCalled: [],
  },
  {
    title: "国务院办公厅关于做好政府网站年度报表发布工作的通知",
    issuer: "国务院办公厅",
    number: "国办函〔2018〕12号",
    alsoCalled: [],
  },
  {
    title: "国务院办公厅关于开展第一次全国政府网站普查的通知",
    issuer: "国务院办公厅",
    number: "国办发〔2015〕15号",
    alsoCalled: [],
  },
];
