import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textSpans } from "../../src/diff/words/text-spans.js";
import { tokens } from "../../src/diff/words/tokens.js";
import { anyString } from "../document/arbitrary-document.js";

describe("what stays whole", () => {
  it.each([
    ["合格率为98.8%，", ["合", "格", "率", "为", "98.8%", "，"]],
    ["提高1.2个百分点", ["提", "高", "1.2个百分点"]],
    ["共1,185条", ["共", "1,185", "条"]],
    ["国办发〔2017〕47号", ["国", "办", "发", "〔2017〕47号"]],
    ["2024年7月10日前", ["2024年7月10日", "前"]],
    ["2024年第二季度", ["2024年第二季度"]],
    ["“平安示例”和《指引》", ["“平安示例”", "和", "《指引》"]],
    ["见https://www.example.gov.cn/a?b=1。", ["见", "https://www.example.gov.cn/a?b=1", "。"]],
    ["440200M031WX0001号", ["440200M031WX0001", "号"]],
    ["office@example.gov.cn", ["office@example.gov.cn"]],
  ])("%s", (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it("the tokens of any text are the text", () => {
    fc.assert(
      fc.property(fc.oneof(anyString, fc.string({ unit: "binary" })), (text) => {
        expect(tokens(text).join("")).toBe(text);
      }),
    );
  });
});

describe("spans", () => {
  it("hold both texts, and no two neighbours of a kind", () => {
    fc.assert(
      fc.property(fc.array(anyString), fc.array(anyString), (left, right) => {
        const before = left.join("");
        const after = right.join("");
        const spans = textSpans(before, after);
        const without = (kind: string): string =>
          spans.flatMap((span) => (span.kind === kind ? [] : [span.text])).join("");
        expect(without("added")).toBe(before);
        expect(without("removed")).toBe(after);
        spans.forEach((span, index) => {
          expect(span.text).not.toBe("");
          expect(span.kind).not.toBe(spans[index + 1]?.kind);
        });
      }),
    );
  });

  it("a character that two phrases share by chance goes with them", () => {
    expect(textSpans("受到群众好评", "得到广泛认可")).toEqual([
      { kind: "removed", text: "受到群众好评" },
      { kind: "added", text: "得到广泛认可" },
    ]);
  });
});
