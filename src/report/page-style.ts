/**
 * The look of a report: Chinese fonts of Windows, macOS and Linux, whichever are there; on paper A4 with margins, no finding torn apart,
 * and severities told apart without colour by their section.
 */
export const pageStyle = `:root { --error: #b3261e; --warning: #8a5a00; --hint: #2f5d8a; --line: #d5d5d5; --soft: #f6f6f4; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 56rem; color: #1d1d1d; background: #fff;
  font: 16px/1.75 "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "微软雅黑",
    "WenQuanYi Micro Hei", "SimHei", "黑体", sans-serif; }
h1 { margin: 0 0 .6rem; font-size: 1.6rem; line-height: 1.4; }
h2 { margin: 2.4rem 0 .4rem; padding-bottom: .2rem; border-bottom: 2px solid currentcolor; font-size: 1.25rem; }
h3 { margin: 0 0 .2rem; font-size: 1rem; }
p { margin: .3rem 0; }
a { color: inherit; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .8rem; margin: .3rem 0; }
dt { color: #666; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: .85em/1.4 Consolas, Menlo, "DejaVu Sans Mono", monospace; }
.kind { margin: 0; color: #666; letter-spacing: .2em; }
.tiles { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1.2rem 0 .8rem; }
.tile { display: flex; align-items: baseline; gap: .4rem; padding: .4rem .9rem; border: 1px solid var(--line);
  border-radius: .3rem; text-decoration: none; }
.tile b { font-size: 1.5rem; line-height: 1.3; }
.tile.error { color: var(--error); border-color: currentcolor; }
.tile.warning { color: var(--warning); border-color: currentcolor; }
.tile.hint { color: var(--hint); border-color: currentcolor; }
.tile.none { color: #8a8a8a; }
.conclusion { font-weight: 600; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; font-size: .92rem; }
th, td { padding: .3rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: var(--soft); white-space: nowrap; }
.count { width: 3.6rem; text-align: right; }
section.error h2 { color: var(--error); }
section.warning h2 { color: var(--warning); }
section.hint h2 { color: var(--hint); }
.meaning { margin: 0 0 .8rem; color: #666; }
article { margin: .8rem 0; padding: .7rem 1rem; background: var(--soft); border-left: 4px solid var(--line); }
section.error article { border-color: var(--error); }
section.warning article { border-color: var(--warning); }
section.hint article { border-color: var(--hint); }
article:target { outline: 2px solid #1d1d1d; }
article h3 a { display: inline-block; min-width: 1.6rem; color: #666; text-decoration: none; }
.message { margin: .2rem 0 .4rem; font-size: 1.05rem; font-weight: 600; }
.quote { font-family: "Source Han Serif SC", "Noto Serif CJK SC", "FangSong", "仿宋", "SimSun", "宋体", serif; }
mark { padding: 0 .1em; color: inherit; background: #ffe48a; }
.rule { margin: .3rem 0 0; color: #767676; font-size: .85rem; }
#checked h3 { margin-top: 1rem; }
.checked { margin: .2rem 0; padding-left: 1.2rem; columns: 2; column-gap: 2rem; font-size: .92rem; }
.checked li { break-inside: avoid; }
.found { font-weight: 600; }
@media (max-width: 40rem) { .checked { columns: 1; } }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.6;
    print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3 { break-after: avoid; }
  article, tr, .tiles { break-inside: avoid; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
}
`;
