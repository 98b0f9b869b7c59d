import type { FormatComparison, FormatDifference } from "../../diff/elements/format-changes.js";
import { compareLooks } from "./compare-looks.js";
import type { DocxLook } from "./look.js";
import { pageWords } from "./page-words.js";
import { readLook } from "./read-look.js";

/**
 * Compares how two .docx files dress their text.
 *
 * Every program writes the same look in its own words, so of files that different programs saved only the page is compared, and a
 * sentence says so.
 */
export function compareFormats(before: Uint8Array, after: Uint8Array): FormatComparison {
  if (Buffer.from(before).equals(after)) return { differences: [] };
  const [left, right] = [readLook(before), readLook(after)];
  if (left === undefined || right === undefined) {
    return { differences: [], notCompared: "没有比较格式：文件里有读不出来的部分" };
  }
  if (programName(left) === programName(right)) return { differences: compareLooks(left, right) };
  return {
    differences: comparePages(left, right),
    notCompared: `没有比较字体、字号、颜色、缩进、行距、边框、行高、链接地址等格式：两稿分别由${programName(left)}和${programName(right)}保存，写法不同`,
  };
}

/** LibreOffice/7.4.7.2$Linux_X86_64 …: the version does not matter. */
function programName({ program }: DocxLook): string {
  const name = program.replace(/[/_].*$/u, "").trim();
  return name === "" ? "没有写明名称的程序" : ` ${name} `;
}

function comparePages({ sections: before }: DocxLook, { sections: after }: DocxLook): FormatDifference[] {
  if (before.length !== after.length) return [];
  return before.flatMap((section, index) => {
    const place = before.length === 1 ? "页面" : `第${index + 1}节的页面`;
    const names = pageWords(section, after[index] ?? {}, "margins");
    return names.length === 0 ? [] : [{ what: "页面", names, places: [place] }];
  });
}
