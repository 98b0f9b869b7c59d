import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { writeChangeHtml } from "../../src/report/changes/change-html.js";
import { changeReport, type ChangeReport } from "../../src/report/changes/change-report.js";
import { attachment, circular, heading, numberedTable, paragraph } from "../diff/draft-pairs.js";
import { casesFolder, reportOfCase } from "./draft-pair.js";

describe("the report as a page", () => {
  it("loads nothing and allows no script but its own", async () => {
    const page = writeChangeHtml(await reportOfCase("row-inserted-in-middle"));
    expect(page).not.toMatch(/https?:|url\(|@import|<link|<iframe|<object/u);
    const scripts = [...page.matchAll(/<script>(?<script>.*?)<\/script>/gsu)].map(({ groups }) => groups?.["script"]);
    expect(scripts).toHaveLength(1);
    const hash = createHash("sha256")
      .update(scripts[0] ?? "")
      .digest("base64");
    expect(page).toContain(
      `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'"`,
    );
  });

  it("shows every change, every place and every cause without scripts", async () => {
    const page = withoutScript(writeChangeHtml(await reportOfCase("row-inserted-in-middle")));
    for (const words of ["新增一行", "丙区人民政府门户网站", "附件1 合计行“检查项”列", "第1处：附件1新增一行"]) {
      expect(page).toContain(words);
    }
    expect(page).toContain("<del>36</del> → <ins>48</ins>");
    expect(page).not.toMatch(/<(?:section|article|div|p)[^>]* hidden/u);
  });

  it.each([
    ["docx-header-added", "页眉", '<ins class="layout">送审稿</ins>'],
    ["docx-footer-changed", "页脚", '<ins class="layout">'],
  ])("shows what changed around the text beside the text: %s", async (name, role, words) => {
    const page = writeChangeHtml(await reportOfCase(name));
    const full = page.slice(page.indexOf('<section id="full"'));
    expect(full).toMatch(new RegExp(`<span class="role">${role}[^<]*</span>`, "u"));
    expect(full).toContain(words);
    expect(page).toContain('<a class="inline" href="#i1">在全文中看</a>');
  });

  it("has no chapter of what was not compared if all was", async () => {
    expect(writeChangeHtml(await reportOfCase("row-inserted-in-middle"))).not.toContain("未比较");
    expect(writeChangeHtml(await reportOfCase("docx-number-changed-by-hand"))).toContain('<section id="not-compared">');
  });

  it.each(readdirSync(casesFolder).filter((name) => name !== "edition"))(
    "gives no name twice and links only to what is there: %s",
    async (name) => {
      const page = withoutScript(writeChangeHtml(await reportOfCase(name)));
      const names = [...page.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
      expect(new Set(names).size).toBe(names.length);
      const links = [...page.matchAll(/ href="#([^"]*)"/gu)].map(([, id]) => id);
      expect(links.filter((link) => !names.includes(link))).toEqual([]);
      expectBalanced(page);
    },
  );

  it("shows words of a draft as words, whatever they look like", () => {
    const nasty = `</script><script>alert(1)</script><img src=x onerror="alert(1)">&amp;'\u202e\u0007`;
    const page = writeChangeHtml(
      reportOf(
        circular(paragraph("甲"), attachment(1, "表", numberedTable(["名称"], [], [["甲"], ["乙"]]))),
        circular(paragraph(nasty), attachment(1, nasty, numberedTable([nasty], [], [["甲"], [nasty], ["乙"]]))),
        nasty,
      ),
    );
    expect(page.match(/<script/gu)).toHaveLength(1);
    expect(page).not.toMatch(/<img src=x|[\u202e\u0007]/u);
    expectBalanced(withoutScript(page));
  });

  it("is the same on every run", async () => {
    const pages = await Promise.all(
      [1, 2].map(async () => writeChangeHtml(await reportOfCase("attachments-reordered"))),
    );
    expect(pages[0]).toBe(pages[1]);
  });

  it("shows both of two pictures that differ", () => {
    const picture = (data: string) => ({
      type: "picture" as const,
      format: "png" as const,
      data,
      widthPixels: 1,
      heightPixels: 1,
      alternativeText: "图",
    });
    const page = writeChangeHtml(
      reportOf(circular(attachment(1, "图", picture("QQ=="))), circular(attachment(1, "图", picture("Qg==")))),
    );
    expect(page).toContain('src="data:image/png;base64,QQ=="');
    expect(page).toContain('src="data:image/png;base64,Qg=="');
  });

  it("does not mark the number of a heading that only follows from one inserted before it", () => {
    const page = writeChangeHtml(
      reportOf(
        circular(heading(1, 1, "情况"), heading(1, 2, "要求")),
        circular(heading(1, 1, "情况"), heading(1, 2, "问题"), heading(1, 3, "要求")),
      ),
    );
    expect(page).toContain('<p class="side">二、要求</p><p class="side">三、要求</p>');
  });

  it("counts the rows of a long table that did not change instead of listing them", () => {
    const rows = Array.from({ length: 3354 }, (_, index) => [`账号${String(index)}`, "合格"]);
    const after = [...rows.slice(0, 1000), ["新的账号", "合格"], ...rows.slice(1000)];
    const table = (list: readonly string[][]) => attachment(1, "表", numberedTable(["名称", "结果"], ["名称"], list));
    const page = writeChangeHtml(reportOf(circular(table(rows)), circular(table(after))));
    expect(page).toContain("……999行没有改动……");
    expect(page).toContain("……2353行没有改动……");
    expect(page.match(/<article/gu)).toHaveLength(1);
    expect(page.length).toBeLessThan(30_000);
  });
});

describe("the keys of the page", () => {
  it("go from change to change, to the full text and back, to the other view, and hide a layer", async () => {
    const page = new FakePage(writeChangeHtml(await reportOfCase("cell-changed")));
    expect(page.press("n")).toBe("c1");
    expect(page.press("Enter")).toBe("i1");
    expect(page.press("Enter")).toBe("c1");
    expect(page.press("j")).toBe("i1");
    expect(page.press("k")).toBe("c1");
    page.press("v");
    expect(page.clicked).toEqual(["view-sides"]);
    page.press("1");
    expect(page.clicked).toEqual(["view-sides", "show-data"]);
  });
});

interface FakeElement {
  readonly id: string;
  readonly classList: { readonly add: () => void; readonly remove: () => void };
  readonly offsetParent: object;
  readonly scrollIntoView: () => void;
  readonly click: () => void;
  readonly checked: boolean;
  readonly tagName: string;
  textContent: string;
  hidden: boolean;
}

/** As much of a browser as the script asks for. */
class FakePage {
  readonly clicked: string[] = [];
  private current = "";
  private listener: (event: object) => void = () => undefined;
  private readonly elements = new Map<string, FakeElement>();

  constructor(page: string) {
    const script = /<script>(?<script>.*?)<\/script>/su.exec(page)?.groups?.["script"] ?? "";
    const named = (pattern: RegExp): FakeElement[] =>
      [...withoutScript(page).matchAll(pattern)].map(([, id]) => this.element(id ?? ""));
    const document = {
      getElementById: (id: string) => this.element(id),
      querySelector: (selector: string) => this.element(selector),
      querySelectorAll: (selector: string) =>
        named(
          selector.includes(".badge")
            ? /(?:<article|<a class="badge[^"]*") id="([ci]\d+)"/gu
            : /<article id="(c\d+)"/gu,
        ),
      addEventListener: (_: string, listener: (event: object) => void) => {
        this.listener = listener;
      },
      activeElement: { tagName: "BODY" },
    };
    runInNewContext(script, { document });
  }

  press(key: string): string {
    this.listener({ key, preventDefault: () => undefined });
    return this.current;
  }

  private element(id: string): FakeElement {
    const known = this.elements.get(id);
    if (known !== undefined) return known;
    const made: FakeElement = {
      id,
      classList: {
        add: () => {
          this.current = id;
        },
        remove: () => undefined,
      },
      offsetParent: {},
      scrollIntoView: () => undefined,
      click: () => this.clicked.push(id),
      checked: id === "view-inline",
      tagName: "DIV",
      textContent: "",
      hidden: true,
    };
    this.elements.set(id, made);
    return made;
  }
}

function withoutScript(page: string): string {
  return page.replace(/<script>.*?<\/script>/su, "");
}

function reportOf(before: CircularDocument, after: CircularDocument, name = "稿"): ChangeReport {
  return changeReport({
    before: { name, document: before },
    after: { name, document: after },
    comparison: compareDocuments(before, after),
    remarks: [name],
  });
}

/** Every element that is opened is closed, in the right order. */
function expectBalanced(page: string): void {
  const open: string[] = [];
  const withoutContent = new Set(["meta", "input", "img"]);
  for (const [, close, name = ""] of page
    .replace(/<!DOCTYPE html>|<style>.*?<\/style>/gsu, "")
    .matchAll(/<(\/?)([a-z0-9]+)[^>]*>/gu)) {
    if (withoutContent.has(name)) continue;
    if (close === "") open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
}
