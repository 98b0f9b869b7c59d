import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellValue } from "../../src/input/workbook.js";
import { buildSheet } from "./xlsx/build-workbook.js";
import { date, readCells } from "./xlsx/reading.js";

/** One number cell under a format; a number as format is a built-in one. */
function formatted(stored: string, format: string | number, properties = ""): CellValue | undefined {
  return readCells(buildSheet(`<row><c s="1"><v>${stored}</v></c></row>`, { formats: [format], properties }))["A1"];
}

function plain(stored: string): CellValue | undefined {
  return formatted(stored, 0);
}

describe("numbers", () => {
  test.each([
    ["12", 12],
    ["-0.5", -0.5],
    ["0", 0],
    ["-0", 0],
    ["1E+3", 1000],
    ["1.5E-3", 0.0015],
    ["  7\n", 7],
    ["+8", 8],
    [".25", 0.25],
    ["114.29999999999999", 114.3],
    ["114.3", 114.3],
    ["0.30000000000000004", 0.3],
    ["98.799999999999997", 98.8],
    ["1.0000000000000002", 1],
    ["999999999999999", 999999999999999],
    ["123456789012.345", 123456789012.345],
  ])("%s is the number that Excel shows", (stored, shown) => {
    expect(plain(stored)).toBe(shown);
  });

  test("a number of up to 15 digits survives being stored with 17", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 3 }),
        (digits, places) => {
          const value = Number(`${String(digits)}E-${String(places)}`) + 0;
          expect(plain(value.toPrecision(17))).toBe(value);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("numbers stored as text stay text, full-width digits too", () => {
    const texts = ["123", "００123", "１２３", "441900000000123456", "1e5", "12%"];
    const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("");
    expect(Object.values(readCells(buildSheet(`<row>${cells}</row>`)))).toEqual(texts);
  });

  test.each([
    ["441900000000123456", "441900000000123456"],
    ["1.2345678901234567E+17", "123456789012345670"],
    ["4.4190000000012346e17", "441900000000123460"],
    ["1000000000000000", "1000000000000000"],
    ["1E15", "1000000000000000"],
    ["-1234567890123456", "-1234567890123456"],
    ["1234567890123456.5", "1234567890123456.5"],
    ["1234567890123456.0", "1234567890123456"],
    ["12345678901234567.25E-1", "1234567890123456.725"],
    ["0001234567890123456", "1234567890123456"],
    ["1E20", "100000000000000000000"],
  ])("%s has lost digits and is given as written", (stored, text) => {
    expect(plain(stored)).toEqual({ kind: "longNumber", text });
  });

  test.each(["NaN", "INF", "1E999", "1E9999999999", "0x10", "1,234", "Infinity", "１２", "--1"])(
    "%s in a number cell is no number but text",
    (stored) => {
      expect(plain(stored)).toBe(stored);
    },
  );

  test("a cell style that does not exist makes plain numbers", () => {
    expect(readCells(buildSheet('<row><c s="99"><v>45473</v></c><c s="x"><v>45473</v></c></row>'))).toEqual({
      A1: 45473,
      B1: 45473,
    });
  });
});

describe("percentages", () => {
  test.each([9, 10, "0.0%", "0.00%;[Red]-0.00%", '0.0"约"%', '[=0]"";0.0%', "#,##0.0 %"])("format %s", (format) => {
    expect(formatted("0.98799999999999999", format)).toEqual({ kind: "percent", value: 0.988 });
  });

  test.each(['0.0"%"', "0.0\\%", '"100%"', "0.0_%"])("%s only looks like one", (format) => {
    expect(formatted("98.8", format)).toBe(98.8);
  });
});

describe("formats that make no date", () => {
  test.each([
    "General",
    "@",
    "0",
    "#,##0.00",
    '0"d"',
    '0"日"',
    "0\\d",
    "[Red]0.0",
    "[红色]0.0",
    "[Red]General",
    'General"年"',
    "G/通用格式",
    'G/通用格式"元"',
    "0.00E+00",
    "##0.0E+0",
    "# ?/?",
    "[$¥-804]#,##0.00",
    "[$USD] #,##0.00",
    "[DBNum1][$-804]General",
    "[DBNum2][$-804]G/通用格式",
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    "0_d",
    "*y0",
    "[>=100]0;[<0]0.0;0.00",
    "#,##0.00 USD",
    '"yyyy"',
    ";;;",
    '0"未闭合的 yyyy',
  ])("%s", (format) => {
    expect(formatted("45473", format)).toBe(45473);
  });

  test.each([0, 1, 2, 3, 4, 11, 12, 13, 37, 38, 39, 40, 41, 42, 43, 44, 48, 49, 99])("built-in %d", (format) => {
    expect(formatted("45473", format)).toBe(45473);
  });

  test.each(["[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[ss]", "[h]:mm:ss.00", '[h]"小时"mm"分"', 46])(
    "%s is an elapsed time",
    (format) => {
      expect(formatted("1.5", format)).toBe(1.5);
    },
  );
});

describe("dates", () => {
  test.each([
    "yyyy/m/d",
    "yyyy/m/d;@",
    'yyyy"年"m"月"d"日"',
    'yyyy"年"m"月"d"日";@',
    'yyyy"年"m"月"',
    'm"月"d"日"',
    "[$-804]yyyy/m/d",
    '[$-804]yyyy"年"m"月"d"日";@',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    '[DBNum1][$-804]yyyy"年"m"月"',
    '[DBNum1][$-804]m"月"d"日";@',
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "[$-409]d/mmm/yy;@",
    "[$-804]aaaa;@",
    "yyyy\\-mm\\-dd",
    "YYYY-MM-DD",
    "yyyy.mm.dd",
    "yy-m-d",
    "mmm-yy",
    "mm",
    "e/m/d",
    "[ENG][$-409]mmmm\\ d\\,\\ yyyy;@",
    '[Red]yyyy"年"',
    "yyyy/m/d h:mm;@",
    "yyyy/m/d\\ h:mm\\ AM/PM",
    "[$-804]yyyy/m/d 上午/下午h:mm",
    ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58],
  ])("format %s", (format) => {
    expect(formatted("45473", format)).toEqual(date(2024, 6, 30));
  });

  test.each([
    ["45473.4375", [10, 30, 0]],
    ["45473.438194444444", [10, 31, 0]],
    ["45473.999988425923", [23, 59, 59]],
    ["45473.000011574074", [0, 0, 1]],
  ] as const)("%s has a time of day", (stored, time) => {
    expect(formatted(stored, "yyyy/m/d h:mm")).toEqual(date(2024, 6, 30, ...time));
  });

  test("a time that is midnight but for the last digit is midnight", () => {
    expect(formatted("45473.99999999999", 14)).toEqual(date(2024, 7, 1));
    expect(formatted("45473.00000000001", 14)).toEqual(date(2024, 6, 30));
  });

  test.each([
    ["1", 1900, 1, 1],
    ["31", 1900, 1, 31],
    ["59", 1900, 2, 28],
    // Excel takes 1900 for a leap year.
    ["60", 1900, 2, 29],
    ["61", 1900, 3, 1],
    ["366", 1900, 12, 31],
    ["367", 1901, 1, 1],
    ["36525", 1999, 12, 31],
    ["36585", 2000, 2, 29],
    ["45351", 2024, 2, 29],
    ["45352", 2024, 3, 1],
    ["73109", 2100, 2, 28],
    ["73110", 2100, 3, 1],
    ["2958465", 9999, 12, 31],
  ])("serial %s of the 1900 system", (serial, ...day) => {
    expect(formatted(serial, 14)).toEqual(date(...day));
  });

  test.each([
    ["0", 1904, 1, 1],
    ["59", 1904, 2, 29],
    ["60", 1904, 3, 1],
    ["44011", 2024, 6, 30],
    ["2957003", 9999, 12, 31],
  ])("serial %s of the 1904 system", (serial, ...day) => {
    expect(formatted(serial, 14, 'date1904="1"')).toEqual(date(...day));
    expect(formatted(serial, 14, 'date1904="true"')).toEqual(date(...day));
  });

  test("date1904 that is off means the 1900 system", () => {
    expect(formatted("45473", 14, 'date1904="0"')).toEqual(date(2024, 6, 30));
    expect(formatted("45473", 14, 'date1904="false"')).toEqual(date(2024, 6, 30));
  });

  test.each(["0", "-1", "2958466", "0.5"])("serial %s, which Excel cannot show as a date, stays a number", (serial) => {
    expect(formatted(serial, 14)).toBe(Number(serial));
  });

  test("every day from 1900 to 9999 agrees with the calendar", () => {
    const cells = fc.sample(fc.integer({ min: 61, max: 2_958_465 }), { numRuns: 2000, seed: 1 });
    const rows = cells.map((serial) => `<row><c s="1"><v>${String(serial)}</v></c></row>`).join("");
    const read = readCells(buildSheet(rows, { formats: [14] }));
    cells.forEach((serial, index) => {
      const expected = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
      expect(read[`A${String(index + 1)}`]).toEqual(
        date(expected.getUTCFullYear(), expected.getUTCMonth() + 1, expected.getUTCDate()),
      );
    });
  });

  test("dates do not depend on the time zone", () => {
    const before = process.env["TZ"];
    const offsets = new Set<number>();
    try {
      for (const zone of ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "UTC"]) {
        process.env["TZ"] = zone;
        offsets.add(new Date(Date.UTC(2024, 5, 30)).getTimezoneOffset());
        expect(formatted("45473", 14)).toEqual(date(2024, 6, 30));
        expect(formatted("45473.999", 22)).toEqual(date(2024, 6, 30, 23, 58, 33));
        // A day that Shanghai's clocks did not have in full: they went forward at midnight.
        expect(formatted("31520", 14)).toEqual(date(1986, 4, 18));
        expect(isoDate("2024-06-30T00:00:00Z")).toEqual(date(2024, 6, 30));
        expect(isoDate("2024-06-30")).toEqual(date(2024, 6, 30));
      }
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
    // The zones were really in force.
    expect(offsets.size).toBe(4);
  });
});

describe("times of day", () => {
  test.each([
    18,
    19,
    20,
    21,
    32,
    33,
    34,
    35,
    55,
    56,
    "h:mm",
    "h:mm AM/PM",
    '上午/下午h"时"mm"分"',
    "[$-F400]h:mm:ss\\ AM/PM",
    'h"时"mm"分";@',
  ])("format %s", (format) => {
    expect(formatted("0.4375", format)).toEqual({ kind: "time", hour: 10, minute: 30, second: 0 });
  });

  test.each([45, 47, "mm:ss", "mm:ss.0", "mmss.00"])("format %s shows minutes and seconds", (format) => {
    expect(formatted("0.001", format)).toEqual({ kind: "time", hour: 0, minute: 1, second: 26 });
  });

  test("a date of which only the time is shown keeps its date", () => {
    expect(formatted("45473.4375", "h:mm")).toEqual(date(2024, 6, 30, 10, 30, 0));
  });

  test("in the 1904 system the same number is a time under one format and a date under another", () => {
    const sheet = '<row><c s="1"><v>0.5</v></c><c s="2"><v>0.5</v></c></row>';
    expect(readCells(buildSheet(sheet, { formats: [20, 14], properties: 'date1904="1"' }))).toEqual({
      A1: { kind: "time", hour: 12, minute: 0, second: 0 },
      B1: date(1904, 1, 1, 12, 0, 0),
    });
  });

  test("the last moment of a day is no other day", () => {
    expect(formatted("0.99999999999", 21)).toEqual({ kind: "time", hour: 0, minute: 0, second: 0 });
    expect(formatted("-0.5", 20)).toBe(-0.5);
  });
});

function isoDate(text: string): CellValue | undefined {
  return readCells(buildSheet(`<row><c t="d"><v>${text}</v></c></row>`))["A1"];
}

describe("ISO dates (t=d)", () => {
  test.each([
    ["2024-06-30", date(2024, 6, 30)],
    ["2024-06-30T00:00:00", date(2024, 6, 30)],
    ["2024-06-30T00:00:00Z", date(2024, 6, 30)],
    ["2024-06-30T00:00:00.000Z", date(2024, 6, 30)],
    ["2024-06-30T23:30:00+08:00", date(2024, 6, 30, 23, 30, 0)],
    ["2024-06-30T10:30", date(2024, 6, 30, 10, 30, 0)],
    ["2024-02-29", date(2024, 2, 29)],
    ["10:30:00", { kind: "time", hour: 10, minute: 30, second: 0 }],
    ["1899-12-30T10:30:00", { kind: "time", hour: 10, minute: 30, second: 0 }],
    ["1899-12-31T10:30:00.000", { kind: "time", hour: 10, minute: 30, second: 0 }],
  ])("%s", (text, value) => {
    expect(isoDate(text)).toEqual(value);
  });

  test.each(["2023-02-29", "2024-13-01", "2024-00-10", "2024-06-31", "2024-06-30T25:00:00", "2024/6/30", "二〇二四年"])(
    "%s is no date and stays as written",
    (text) => {
      expect(isoDate(text)).toBe(text);
    },
  );
});
