import type { Rule } from "../../rule.js";
import { holdsAny } from "../../holds-any.js";

/** Departments have to correct something, but only governments are addressed. */
export const responsibleUnitNotAddressed: Rule = {
  id: "responsible-unit-not-addressed",
  name: "责任单位不在主送机关里",
  severity: "warning",
  description: "清单里要整改的单位应当收得到通报：有部门的，主送机关里要有部门；有县区政府的，主送机关里要有县区政府。",
  mistakes: [39],
  check(draft, report) {
    const [recipients] = draft.withRole("recipients");
    if (recipients === undefined || recipients.text.trim() === "") return;
    if (!draft.tables.some(({ columns }) => columns.some((name) => holdsAny(name, "责整承")))) return;
    const names = recipients.text.replace(/[（(][^（）()]*[）)]/gu, "");
    const addressesDepartments = /单位|部门|机构|机关|[委局厅院办]|公司|企业|学校|中心/u.test(names);
    const addressesGovernments = /政府|管委会|管理委员会|街道|[县区镇乡]|各市|各地|办公室/u.test(names);
    if (addressesDepartments === addressesGovernments) return;
    for (const table of draft.tables) {
      const column = table.columns.findIndex((name) => /^(?:责任|整改|承办)单位/u.test(name.replace(/\s/gu, "")));
      if (column < 0) continue;
      const row = table.records.find((index) => {
        const unit = table.textAt(index, column).replace(/\s/gu, "");
        return addressesGovernments ? /^[省市][\u4e00-\u9fff]*[局厅委]$/u.test(unit) : /[县区]人民?政府$/u.test(unit);
      });
      if (row === undefined) continue;
      const unit = table.cellAt(row, column);
      report({
        at: { passage: recipients },
        message: `主送机关里没有${addressesGovernments ? "部门" : "县区政府"}，清单里却要“${unit.text}”整改`,
        actual: recipients.text,
        hint: "请核对主送机关是否写全",
        related: [{ at: { passage: unit }, message: "责任单位在这里" }],
      });
      return;
    }
  },
  examples: {
    wrong: [
      {
        shows: "只主送县区政府，清单里有市的部门",
        draft: {
          recipients: "各县（区）人民政府：",
          attachments: [
            { title: "问题清单", columns: ["序号", "问题", "责任单位"], rows: [["1", "没有更新", "市统计局"]] },
          ],
        },
        report: [
          "主送机关：主送机关里没有部门，清单里却要“市统计局”整改；实际：各县（区）人民政府：；处理：请核对主送机关是否写全；另见 附件 第1行“责任单位”列：责任单位在这里",
        ],
      },
    ],
    right: [
      {
        shows: "都主送了",
        draft: {
          attachments: [
            { title: "问题清单", columns: ["序号", "问题", "责任单位"], rows: [["1", "没有更新", "市统计局"]] },
          ],
        },
      },
      {
        shows: "县区的部门由县区政府负责",
        draft: {
          recipients: "各县（区）人民政府：",
          attachments: [
            { title: "问题清单", columns: ["序号", "问题", "责任单位"], rows: [["1", "没有更新", "甲县教育局"]] },
          ],
        },
      },
    ],
  },
};
