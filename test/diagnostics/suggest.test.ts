import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/diagnostics/suggest.js";

const headings = ["网站名称", "账号名称", "账号类型", "单位名称", "结果", "得分情况", "其他问题"];

describe("the name that was probably meant", () => {
  it.each([
    ["网站名稱", "网站名称"],
    ["网站名", "网站名称"],
    ["帐号名称", "账号名称"],
    ["帐号类型", "账号类型"],
    ["网名站称", "网站名称"],
    ["网站名称（全称）", "网站名称"],
    ["得分", "得分情况"],
    [" 网 站名称 ", "网站名称"],
    ["结 果", "结果"],
    ["其它问题", "其他问题"],
  ])("finds for %s the heading %s", (wanted, expected) => {
    expect(nearestName(wanted, headings)).toBe(expected);
  });

  it.each(["备注", "电话", "整改时限", "", "   ", "x", "序号", "名"])(
    "does not suggest nonsense for “%s”",
    (wanted) => {
      expect(nearestName(wanted, headings)).toBeUndefined();
    },
  );

  it("takes the nearest, and of equally near ones the one with more in common, then the first", () => {
    expect(nearestName("网站名", ["网站", "网站名称"])).toBe("网站名称");
    expect(nearestName("附件一", ["附件二", "附件三"])).toBe("附件二");
    expect(nearestName("单位名称", ["主办单位名称", "单位名城"])).toBe("单位名城");
  });

  it("counts an exchange of two neighbours as one slip", () => {
    expect(nearestName("称名", ["名称"])).toBe("名称");
  });

  it("takes width and case of letters for no difference", () => {
    expect(nearestName("ＵＲＬ", ["标题", "url"])).toBe("url");
  });

  it("never suggests the name itself", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (wanted, candidates) => {
        expect(nearestName(wanted, [...candidates, wanted])).not.toBe(wanted);
      }),
    );
  });
});
