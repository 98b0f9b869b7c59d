import { codeColumn, isWellFormed, type CodeColumn } from "../../code-columns.js";
import type { DraftTable, Passage } from "../../draft.js";
import { cityCodes, platformLetters, provinceCodes } from "../../knowledge/area-codes.js";
import type { Finding, Rule } from "../../rule.js";

/** 标识码 that cannot be right, whatever they stand for. */
export const codes: Rule = {
  id: "identification-code",
  name: "标识码有误",
  severity: "error",
  description:
    "网站标识码是10位数字（部委为bm加8位数字），政务新媒体标识码是16位（6位区划、M和3位数字、2个平台字母、4位数字）。同一个码不能属于两个对象；区划、平台字母应当与同一行的地区、账号类型相符。",
  mistakes: [49],
  check(draft, report) {
    const owners = new Map<string, Owner>();
    for (const table of draft.tables) {
      const found = codeColumn(table);
      if (found === undefined) continue;
      for (const finding of shapesOf(table, found)) report(finding);
      for (const finding of repeated(table, found, owners)) report(finding);
      for (const finding of elsewhere(table, found)) report(finding);
      if (found.kind === "account") for (const finding of platforms(table, found)) report(finding);
    }
  },
  examples: {
    wrong: [
      {
        shows: "少了一位",
        draft: {
          attachments: [
            {
              title: "名单",
              columns: ["新媒体名称", "新媒体标识码"],
              rows: [
                ["甲县发布", "440600M020XL0001"],
                ["乙县发布", "440607M001WX0001"],
                ["丙区发布", "44060M020XL001"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“新媒体标识码”列：标识码不合规格；实际：44060M020XL001；应为：16位，如440600M020XL0001；处理：请对照全国政务新媒体信息报送系统或者网站备案信息核对",
        ],
      },
      {
        shows: "两个账号一个码",
        draft: {
          attachments: [
            {
              title: "名单",
              columns: ["网站名称", "网站标识码"],
              rows: [
                ["甲县政府网站", "4404030001"],
                ["乙县政府网站", "4404030001"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“网站标识码”列：两个对象用了同一个标识码；实际：4404030001；处理：请核对是哪一个写错了；另见 附件 第1行“网站标识码”列：“甲县政府网站”也用这个标识码",
        ],
      },
      {
        shows: "区划与地区不符",
        draft: {
          attachments: [
            {
              title: "名单",
              columns: ["地区", "网站名称", "网站标识码"],
              rows: [
                ["珠海", "斗门区政府网站", "4405030001"],
                ["汕头", "某网站", "4405000024"],
              ],
            },
          ],
        },
        report: [
          "附件 第1行“网站标识码”列：标识码的区划不是珠海的；实际：4405030001；应为：4404开头；处理：请核对标识码和地区",
        ],
      },
      {
        shows: "平台字母与账号类型不符",
        draft: {
          attachments: [
            {
              title: "名单",
              columns: ["新媒体名称", "账号类型", "新媒体标识码"],
              rows: [["佛山统计", "微信订阅号", "440600M020XL0001"]],
            },
          ],
        },
        report: [
          "附件 第1行“新媒体标识码”列：标识码里的平台字母与账号类型不符；实际：XL，微信订阅号；处理：请核对标识码和账号类型",
        ],
      },
    ],
    right: [
      {
        shows: "各码不同，区划、平台相符",
        draft: {
          attachments: [
            {
              title: "名单",
              columns: ["地区", "新媒体名称", "账号类型", "新媒体标识码"],
              rows: [
                ["佛山", "佛山统计", "新浪微博", "440600M020XL0001"],
                ["佛山", "三水发布", "微信订阅号", "440607M001WX0001"],
                ["省直", "粤健通", "微信服务号", "440000M059WX0004"],
              ],
            },
          ],
        },
      },
      {
        shows: "同一网站有几个问题，码可以重复",
        draft: {
          attachments: [
            {
              title: "问题清单",
              columns: ["网站名称", "问题", "网站标识码"],
              rows: [
                ["甲县政府网站", "链接失效", "4404030001"],
                ["甲县政府网站", "内容过期", "4404030001"],
              ],
            },
          ],
        },
      },
      {
        shows: "部委的网站",
        draft: {
          attachments: [{ title: "名单", columns: ["网站名称", "网站标识码"], rows: [["某部网站", "bm55000001"]] }],
        },
      },
    ],
  },
};

const systems = "请对照全国政务新媒体信息报送系统或者网站备案信息核对";

function* shapesOf(table: DraftTable, { column, kind }: CodeColumn): Generator<Finding> {
  const codesOfColumn = table.records
    .map((row) => table.textAt(row, column).trim())
    .filter((code) => code !== "" && !/^[—–-]+$/u.test(code));
  const formed = codesOfColumn.filter((code) => isWellFormed(code, kind)).length;
  for (const row of table.records) {
    if (table.node.rows[row]?.cells[column] === null) continue;
    const code = table.textAt(row, column).trim();
    if (code === "" || /^[—–-]+$|无|未/u.test(code) || isWellFormed(code, kind)) continue;
    yield {
      at: { passage: table.cellAt(row, column) },
      ...(formed >= 2 && formed * 2 > codesOfColumn.length ? {} : { severity: "warning" as const }),
      message: "标识码不合规格",
      actual: code,
      expected: kind === "site" ? "10位数字" : "16位，如440600M020XL0001",
      hint: systems,
    };
  }
}

interface Owner {
  readonly name: string;
  readonly place: () => Passage;
}

function nameIn(table: DraftTable, row: number): string {
  const column = table.columns.findIndex((name) => /名称|账号$|^网站$/u.test(name));
  return column < 0 ? "" : table.textAt(row, column).trim();
}

function* repeated(table: DraftTable, { column }: CodeColumn, owners: Map<string, Owner>): Generator<Finding> {
  for (const row of table.records) {
    if (table.node.rows[row]?.cells[column] === null) continue;
    const code = table.textAt(row, column).trim();
    if (code.length < 8) continue;
    const name = nameIn(table, row);
    const known = owners.get(code);
    if (known === undefined) owners.set(code, { name, place: () => table.cellAt(row, column) });
    else if (name !== "" && known.name !== "" && name !== known.name) {
      yield {
        at: { passage: table.cellAt(row, column) },
        message: "两个对象用了同一个标识码",
        actual: code,
        hint: "请核对是哪一个写错了",
        related: [{ at: { passage: known.place() }, message: `“${known.name}”也用这个标识码` }],
      };
    }
  }
}

/** Codes of another area than the row says, or of another province than all others. */
function* elsewhere(table: DraftTable, { column, kind }: CodeColumn): Generator<Finding> {
  const areaColumn = table.columns.findIndex((name) =>
    /^(?:地区|地市|所属地区|区域|市州|地区、部门|行政区划)$/u.test(name.replace(/\s/gu, "")),
  );
  const rows = table.records.flatMap((row) => {
    const code = table.textAt(row, column).trim();
    return isWellFormed(code, kind) && !code.startsWith("bm") && table.node.rows[row]?.cells[column] !== null
      ? [{ row, code }]
      : [];
  });
  const provinces = new Map<string, number>();
  for (const { code } of rows) provinces.set(code.slice(0, 2), (provinces.get(code.slice(0, 2)) ?? 0) + 1);
  const usual = [...provinces].find(([, count]) => rows.length >= 3 && count > rows.length * 0.7)?.[0];
  const areaPrefixes = new Map<string, Map<string, number>>();
  if (areaColumn >= 0) {
    for (const { row, code } of rows) {
      const area = table.textAt(row, areaColumn).trim();
      const known = areaPrefixes.get(area) ?? new Map<string, number>();
      known.set(code.slice(0, 4), (known.get(code.slice(0, 4)) ?? 0) + 1);
      areaPrefixes.set(area, known);
    }
  }
  for (const { row, code } of rows) {
    const at = { passage: table.cellAt(row, column) };
    const province = code.slice(0, 2);
    const area = areaColumn < 0 ? "" : table.textAt(row, areaColumn).trim();
    const own = cityCodes.get(area.replace(/市$/u, ""));
    if (own !== undefined && code.slice(0, 4) !== own) {
      yield {
        at,
        severity: "warning",
        message: `标识码的区划不是${area}的`,
        actual: code,
        expected: `${own}开头`,
        hint: "请核对标识码和地区",
      };
    } else if (!provinceCodes.has(province) || (usual !== undefined && province !== usual)) {
      yield {
        at,
        severity: "warning",
        message: provinceCodes.has(province) ? "标识码是别的省的" : "没有这个省级区划代码",
        actual: code,
        ...(usual === undefined ? {} : { expected: `${usual}开头` }),
        hint: systems,
      };
    } else if (own === undefined) {
      const prefixes = [...(areaPrefixes.get(area) ?? [])].sort((a, b) => b[1] - a[1]);
      const [most] = prefixes;
      if (
        most !== undefined &&
        area !== "" &&
        !/省直|市直|部门|直属/u.test(area) &&
        most[1] >= 2 &&
        (areaPrefixes.get(area)?.get(code.slice(0, 4)) ?? 0) * 2 < most[1]
      ) {
        yield {
          at,
          severity: "warning",
          message: `标识码的区划与${area}其他的不同`,
          actual: code,
          expected: `${most[0]}开头`,
          hint: "请核对标识码和地区",
        };
      }
    }
  }
}

function* platforms(table: DraftTable, { column }: CodeColumn): Generator<Finding> {
  const typeColumn = table.columns.findIndex((name) => /类型|平台/u.test(name));
  if (typeColumn < 0) return;
  for (const row of table.records) {
    const code = table.textAt(row, column).trim();
    const letters = /^\d{6}M\d{3}([A-Z]{2})/u.exec(code)?.[1] ?? "";
    const expected = platformLetters.get(letters);
    const type = table.textAt(row, typeColumn).trim();
    if (expected === undefined || type === "" || expected.test(type) || type.includes("其他")) continue;
    yield {
      at: { passage: table.cellAt(row, column) },
      severity: "warning",
      message: "标识码里的平台字母与账号类型不符",
      actual: `${letters}，${type}`,
      hint: "请核对标识码和账号类型",
    };
  }
}
