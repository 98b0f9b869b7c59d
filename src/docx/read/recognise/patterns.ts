/** What elements of a circular look like in words, right or with the usual slips. */

/** 〔2024〕12号 with whatever brackets and with or without 第. */
export const documentNumberPattern = /^[\p{L}\s]{1,20}[〔[［（(【﹝]\s*\d{4}\s*[〕\]］）)】﹞]\s*第?\s*\d{1,5}\s*号$/u;

export const copyNumberPattern = /^(?:No\.?|№|份号[：:]?)?\s*\d{6}$/u;

export const classificationPattern = /^(?:绝密|机密|秘密)(?:\s*★.{0,10})?$/u;

export const urgencyPattern = /^(?:特急|加急|特提|平急|急件)$/u;

/** A day alone on its line: 2024年7月10日, 二〇二四年七月十日. */
export const datePattern =
  /^(?:\d{4}|[０-９]{4}|[〇○Ｏ零一二三四五六七八九]{4})\s*年\s*(?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日$/u;

export const disclosurePattern = /^(?:信息)?公开(?:方式|属性|类别|形式|选项)\s*[：:]/u;

export const notePattern = /^[（(].*[）)]$/su;

/** What the name of an agency ends with. */
export const agencyPattern =
  /(?:政府|办公室|办公厅|委员会|管委会|局|厅|部|院|署|司|处|办|中心|总队|支队|大队|小组|党组|党委|会|室|站|所|公司|集团|学校|大学|医院|银行)(?:[（(](?:代章|印章|盖章|章)[）)])?$/u;

/** What the title of an official document ends with. */
export const titlePattern =
  /(?:通报|通知|通告|公告|公报|决定|决议|命令|令|意见|报告|请示|批复|函|纪要|方案|办法|规定|清单|情况)(?:[（(][^）)]{1,20}[）)])?$/u;

/** 附件, 附件1, 附件1：, 附表二 and nothing else. */
export const attachmentMarkPattern = /^附\s*[件表]\s*(?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*[：:]?$/u;

/** 附件1 with a title in the same line. */
export const attachmentMarkWithTitlePattern =
  /^(?<mark>附\s*[件表]\s*(?:(?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[：:.．、]?|[：:]))\s*(?<title>\S.*)$/su;

export const copyToPattern = /^抄\s*送\s*[：:]/u;

export const printedPattern =
  /^(?<printer>.*?)\s*(?<date>(?:\d{4}|[０-９]{4}|[〇○零一二三四五六七八九]{4})\s*年[^年]{1,12}日)\s*印\s*发$/su;

/** A line that ends like a sentence, not like a heading or a name. */
export const sentencePattern = /[。；;，,！!？?]$/u;
