import { mapsAt, optionalText, printedDate, textAt, type Facts } from "./facts.js";

/** Title on one line and 主送, from the entry 文件 of a facts file. */
export function expectedOpening(elements: Facts): string[] {
  return [textAt(elements, "标题"), `${textAt(elements, "主送")}：`];
}

/** Everything after the body in its printed form, up to the attachments; without the contact, whose place is the edition's choice. */
export function expectedClosing(elements: Facts): string[] {
  const items = mapsAt(elements, "附件清单").map((item) => {
    const number = optionalText(item, "序号");
    return `${number === undefined ? "" : `${number}.`}${textAt(item, "名称")}`;
  });
  const disclosure = optionalText(elements, "公开方式");
  return [
    ...items.map((item, index) => (index === 0 ? `附件：${item}` : item)),
    textAt(elements, "署名"),
    printedDate(textAt(elements, "成文日期")),
    ...(disclosure === undefined ? [] : [`公开方式：${disclosure}`]),
  ];
}
