import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ValueDefinition, ValueKind } from "../../src/schema/definitions.js";
import { readValue, valueIssues, type RawValue } from "../../src/schema/read-value.js";

const place = { file: "type.yaml" };

function define(kind: ValueKind, more: Partial<ValueDefinition> = {}): ValueDefinition {
  return {
    name: "列",
    kind,
    required: false,
    choices: [],
    choiceAliases: new Map(),
    separators: "、，,；;\n",
    place,
    ...more,
  } as ValueDefinition;
}

/** The value that is read, or the codes of what is reported. */
function read(definition: ValueDefinition, raw: RawValue): unknown {
  const codes = valueIssues(raw, definition).map(({ code }) => code);
  return codes.length > 0 ? codes : readValue(raw, definition, () => undefined);
}

const excelDate: RawValue = { kind: "date", year: 2024, month: 6, day: 30 };
const percent: RawValue = { kind: "percent", value: 0.988 };
const longNumber: RawValue = { kind: "longNumber", text: "4451020012345678901" };
const clock: RawValue = { kind: "time", hour: 10, minute: 5, second: 0 };
const date = { year: 2024, month: 6, day: 30 };

describe.each<[string, ValueDefinition, readonly (readonly [RawValue, unknown])[]]>([
  [
    "文本",
    define("text"),
    [
      ["  甲　", "甲"],
      ["\u200b甲\ufeff", "甲"],
      ["甲 乙\n丙", "甲 乙\n丙"],
      ["", undefined],
      [" 　", undefined],
      [undefined, undefined],
      [null, undefined],
      [12, "12"],
      [1e21, "1000000000000000000000"],
      [0.1, "0.1"],
      [percent, "98.8%"],
      [excelDate, "2024年6月30日"],
      [clock, "10:05"],
      [true, ["value-not-text"]],
      [longNumber, ["value-long-number"]],
      [["甲"], ["value-not-scalar"]],
      ["甲\u0000", ["value-control-character"]],
      ["甲\uD800", ["value-control-character"]],
      ["甲\uFFFE", ["value-control-character"]],
      ["𠮷\t", "𠮷"],
    ],
  ],
  [
    "整数",
    define("integer", { minimum: 0, maximum: 100 }),
    [
      [5, 5],
      ["5", 5],
      ["５", 5],
      ["5.0", 5],
      [" 1 0 0 ", ["value-not-integer"]],
      ["1.5", ["value-not-integer"]],
      ["5个", ["value-not-integer"]],
      ["", undefined],
      [-1, ["value-too-small"]],
      ["101", ["value-too-large"]],
      [percent, ["value-not-integer"]],
      [excelDate, ["value-not-integer"]],
      [clock, ["value-not-integer"]],
    ],
  ],
  [
    "数值",
    define("number", { decimals: 2 }),
    [
      ["1，234.5", 1234.5],
      ["1,234", 1234],
      ["-3", -3],
      ["－3", -3],
      [".5", 0.5],
      ["1.234", ["value-too-many-decimals"]],
      ["1e3", ["value-not-number"]],
      ["12%", ["value-not-number"]],
      [percent, ["value-too-many-decimals"]],
      ["Infinity", ["value-not-number"]],
      ["1234567890123456", ["value-not-number"]],
      [true, ["value-not-number"]],
    ],
  ],
  [
    "百分比",
    define("percent"),
    [
      [percent, 98.8],
      ["98.8%", 98.8],
      ["９８．８％", 98.8],
      [98.8, 98.8],
      ["98.8", 98.8],
      ["近九成", ["value-not-number"]],
    ],
  ],
  [
    "日期",
    define("date"),
    [
      [excelDate, date],
      ["2024-06-30", date],
      ["2024.6.30", date],
      ["2024年6月30日", date],
      ["２０２４／６／３０", date],
      ["2024-06-31", ["value-not-date"]],
      ["6月30日", ["value-not-date"]],
      [45473, ["value-date-as-number"]],
      ["20240630", ["value-not-date"]],
      [percent, ["value-not-date"]],
    ],
  ],
  [
    "选项",
    define("choice", { choices: ["合格", "不合格"], choiceAliases: new Map([["√", "合格"]]) }),
    [
      ["合格", "合格"],
      [" 合 格 ", "合格"],
      ["√", "合格"],
      ["不 合格", "不合格"],
      ["合挌", ["value-not-choice"]],
      [1, ["value-not-choice"]],
      [true, ["value-not-text"]],
    ],
  ],
  [
    "是否",
    define("yesNo"),
    [
      ["是", true],
      ["√", true],
      ["Ｙ", true],
      [true, true],
      [1, true],
      ["否", false],
      ["×", false],
      [false, false],
      [0, false],
      ["可能", ["value-not-yes-no"]],
      [percent, ["value-not-yes-no"]],
    ],
  ],
  [
    "编码",
    define("code"),
    [
      ["00123", "00123"],
      ["４４５１", "4451"],
      ["44 51 02", "445102"],
      [445102, "445102"],
      [longNumber, ["value-long-number"]],
    ],
  ],
  [
    "列表",
    define("list"),
    [
      ["甲、乙，丙；丁", ["甲", "乙", "丙", "丁"]],
      ["甲\n乙", ["甲", "乙"]],
      ["甲（子、丑）、乙", ["甲（子、丑）", "乙"]],
      ["《甲、乙》、“丙，丁”", ["《甲、乙》", "“丙，丁”"]],
      ["甲）、乙", ["甲）", "乙"]],
      [
        ["甲、乙", " 丙 "],
        ["甲、乙", "丙"],
      ],
      [[], []],
      ["甲", ["甲"]],
      [5, ["5"]],
      ["甲、、乙", ["value-list-empty-item"]],
      ["甲、", ["value-list-empty-item"]],
      ["甲、甲", ["value-list-repeated"]],
      [["甲", "甲"], ["value-list-repeated"]],
      [["甲", "乙\u0007"], ["value-control-character"]],
    ],
  ],
  [
    "数值或文字",
    define("numberOrText"),
    [
      ["114.3", 114.3],
      [114.3, 114.3],
      ["合格", "合格"],
      ["120分", "120分"],
      ["", undefined],
    ],
  ],
])("%s", (_, definition, cases) => {
  test.each(
    cases.map(([raw, expected]) => [raw === undefined ? "nothing" : JSON.stringify(raw), raw, expected] as const),
  )("%s", (__, raw, expected) => {
    expect(read(definition, raw)).toEqual(expected);
  });
});

describe("any column", () => {
  test("that is required is missed where it is empty", () => {
    for (const raw of [undefined, null, "", " 　\u200b"]) {
      expect(read(define("text", { required: true }), raw)).toEqual(["value-missing"]);
    }
    expect(read(define("number", { required: true }), 0)).toBe(0);
    expect(read(define("yesNo", { required: true }), false)).toBe(false);
  });

  test("says nothing about a cell that has been reported where it was read", () => {
    for (const raw of [
      { kind: "error", error: "#N/A" },
      { kind: "formulaWithoutValue", formula: "A1" },
    ] as const) {
      expect(read(define("number", { required: true }), raw)).toBeUndefined();
    }
  });

  test("with a 格式 takes what agrees with the whole of it", () => {
    const definition = define("code", { pattern: { expression: /^(?:\d{4})$/u, description: "四位数字" } });
    expect(read(definition, "0012")).toBe("0012");
    expect(read(definition, "00123")).toEqual(["value-pattern"]);
    const list = define("list", { pattern: { expression: /^(?:市.+局)$/u, description: "市某局" } });
    expect(read(list, "市甲局、市乙局")).toEqual(["市甲局", "市乙局"]);
    expect(read(list, "市甲局、乙")).toEqual(["value-pattern"]);
  });

  const anyRaw: fc.Arbitrary<RawValue> = fc.oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.string({ maxLength: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
    fc.constantFrom<RawValue>(undefined, null, excelDate, percent, longNumber, clock, {
      kind: "error",
      error: "#REF!",
    }),
  );
  const kinds: readonly ValueKind[] = [
    "text",
    "integer",
    "number",
    "percent",
    "date",
    "choice",
    "yesNo",
    "code",
    "list",
    "numberOrText",
    "image",
  ];

  test("takes any cell at all without falling over, and gives its own kind or a reason", () => {
    fc.assert(
      fc.property(anyRaw, fc.constantFrom(...kinds), (raw, kind) => {
        const definition = define(kind, { choices: ["甲"] });
        const issues = valueIssues(raw, definition);
        const value = readValue(raw, definition, () => undefined);
        if (issues.length > 0) {
          for (const { code } of issues) expect(code).toMatch(/^value-/u);
        } else if (value !== undefined) {
          const expected: Partial<Record<ValueKind, string>> = {
            integer: "number",
            number: "number",
            percent: "number",
            yesNo: "boolean",
            text: "string",
            code: "string",
            choice: "string",
          };
          if (expected[kind] !== undefined) expect(typeof value).toBe(expected[kind]);
          if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("reads its own printed form as the same value", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(3), (units, places) => {
        const value = units / 10 ** places;
        expect(read(define("number"), value.toFixed(places))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
