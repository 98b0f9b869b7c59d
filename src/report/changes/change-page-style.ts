/**
 * The look of the page: views and filters are chosen with form controls that stand before everything they act upon, so they work without
 * scripts. What is gone is struck through, what is new underlined: also told apart in black and white.
 */
export const changePageStyle = `:root { --data: #7a4a00; --numbers: #6b2fa0; --text: #1f5f8b; --layout: #56606a;
  --del: #b3261e; --del-back: #fbe4e1; --ins: #17672f; --ins-back: #dff3e3; --line: #d8d8d4; --soft: #f7f7f4; }
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 5rem; max-width: 80rem; color: #1d1d1d; background: #fff;
  font: 16px/1.7 "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "微软雅黑",
    "WenQuanYi Micro Hei", "SimHei", "黑体", sans-serif; }
h1 { margin: 0 0 .6rem; font-size: 1.5rem; line-height: 1.4; }
h2 { margin: 2.2rem 0 .3rem; padding-bottom: .2rem; border-bottom: 2px solid currentcolor; font-size: 1.2rem; }
h3 { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; margin: 0; font-size: 1rem; }
p { margin: .25rem 0; }
a { color: inherit; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .3rem 0; }
dt { color: #666; }
dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: .2rem 0; padding-left: 1.2rem; }
ins { color: var(--ins); background: var(--ins-back); text-decoration: underline; text-underline-offset: .15em; }
del { color: var(--del); background: var(--del-back); text-decoration: line-through; }
.kind { margin: 0; color: #666; letter-spacing: .2em; }
.total { font-size: 1.1rem; font-weight: 600; }
.caution { color: #8a5a00; }
.meaning, .note, .place { color: #5c5c5c; }
.meaning { margin-bottom: .6rem; font-size: .92rem; }
.note { font-size: .9rem; }
.expression { overflow-wrap: anywhere; }
.quote, .block p { white-space: pre-wrap; overflow-wrap: anywhere; }
.quote { font-family: "Source Han Serif SC", "Noto Serif CJK SC", "FangSong", "仿宋", "SimSun", "宋体", serif; }
.place .quote, .places .quote { margin-left: .8rem; }
.choice { position: absolute; width: 1px; height: 1px; opacity: 0; }
.tools { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .4rem .7rem; align-items: center; padding: .5rem 0;
  background: #fff; border-bottom: 1px solid var(--line); font-size: .92rem; }
.tools label, .tools a { padding: .1rem .7rem; border: 1px solid var(--line); border-radius: 1rem; cursor: pointer; text-decoration: none; }
.tools .group { display: flex; flex-wrap: wrap; gap: .3rem; align-items: center; }
.tools .position { min-width: 5em; color: #666; }
.tools kbd { padding: 0 .35em; border: 1px solid var(--line); border-radius: .2rem; font: inherit; }
#view-inline:checked ~ .tools [for="view-inline"], #view-sides:checked ~ .tools [for="view-sides"] { color: #fff; background: #333; }
#show-data:checked ~ .tools [for="show-data"] { color: #fff; background: var(--data); }
#show-numbers:checked ~ .tools [for="show-numbers"] { color: #fff; background: var(--numbers); }
#show-text:checked ~ .tools [for="show-text"] { color: #fff; background: var(--text); }
#show-layout:checked ~ .tools [for="show-layout"] { color: #fff; background: var(--layout); }
.choice:focus-visible ~ .tools { outline: 2px solid #333; outline-offset: 2px; }
#show-data:not(:checked) ~ main .layer.data, #show-numbers:not(:checked) ~ main .layer.numbers,
#show-text:not(:checked) ~ main .layer.text, #show-layout:not(:checked) ~ main .layer.layout { display: none; }
#show-data:not(:checked) ~ main del.data, #show-numbers:not(:checked) ~ main del.numbers,
#show-text:not(:checked) ~ main del.text, #show-layout:not(:checked) ~ main del.layout,
#show-data:not(:checked) ~ main .badge.data, #show-numbers:not(:checked) ~ main .badge.numbers,
#show-text:not(:checked) ~ main .badge.text, #show-layout:not(:checked) ~ main .badge.layout { display: none; }
#show-data:not(:checked) ~ main ins.data, #show-numbers:not(:checked) ~ main ins.numbers,
#show-text:not(:checked) ~ main ins.text, #show-layout:not(:checked) ~ main ins.layout { color: inherit; background: none; text-decoration: none; }
#view-inline:checked ~ main .side, #view-inline:checked ~ main .sides, #view-inline:checked ~ main .pair,
#view-sides:checked ~ main .inline { display: none; }
.data h2 { color: var(--data); } .numbers h2 { color: var(--numbers); } .text h2 { color: var(--text); } .layout h2 { color: var(--layout); }
.none h2 { color: #8a8a8a; border-bottom-width: 1px; font-weight: normal; }
.change { margin: .6rem 0; padding: .5rem .9rem; background: var(--soft); border-left: 4px solid var(--line); }
.change.data { border-color: var(--data); } .change.numbers { border-color: var(--numbers); }
.change.text { border-color: var(--text); } .change.layout { border-color: var(--layout); }
.change .number { min-width: 1.6rem; color: #666; text-decoration: none; }
.change .action { font-weight: 600; }
.change .place { font-weight: normal; }
.to-text { margin-left: auto; font-size: .85rem; font-weight: normal; }
.current, :target { outline: 2px solid #1d1d1d; outline-offset: 1px; }
.pair, .block { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.2rem; }
.pair .side { padding: .1rem .5rem; background: #fff; }
.references { display: flex; gap: .8rem; font-size: .92rem; }
.references > span { flex: none; color: #5c5c5c; }
.references ul { padding: 0; list-style: none; }
.cells dd { white-space: pre-wrap; }
.block { grid-template-columns: 5.2rem 1fr 1fr; padding: .15rem 0; border-bottom: 1px dotted var(--line); }
#view-inline:checked ~ main .block { grid-template-columns: 5.2rem 1fr; }
.block > .sides { grid-column: 2 / 4; }
.block .inline, .block .sides { min-width: 0; overflow-x: auto; }
.role { color: #8a8a8a; font-size: .85rem; line-height: 2; }
.heads { position: static; font-weight: 600; }
.block.title p, .block.attachment p { font-weight: 600; }
.block.attachment { margin-top: 1.5rem; border-top: 2px solid var(--line); }
.badge { padding: 0 .3em; color: #fff; background: #666; border-radius: .7em; font: bold .68rem/1.2 sans-serif; vertical-align: super; text-decoration: none; }
.badge.data { background: var(--data); } .badge.numbers { background: var(--numbers); }
.badge.text { background: var(--text); } .badge.layout { background: var(--layout); }
.moved { padding: 0 .3em; color: #5c5c5c; border: 1px dashed #999; border-radius: .2rem; }
.block img { display: block; max-width: 100%; max-height: 20rem; margin: .4rem 0; border: 1px solid var(--line); }
table { width: 100%; margin: .4rem 0; border-collapse: collapse; font-size: .86rem; line-height: 1.5; }
th, td { padding: .15rem .4rem; border: 1px solid var(--line); text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: break-word; }
th { background: var(--soft); }
td.joined, th.joined { color: #9a9a9a; }
td.absent, th.absent { background: repeating-linear-gradient(135deg, #fff 0 6px, #f0f0ec 6px 7px); }
td.edge, th.edge { border-left: 3px double #999; }
tr.added td { background: var(--ins-back); } tr.removed td, tr.movedAway td { background: var(--del-back); } tr.movedHere td { background: #eef2fb; }
tr.added td.absent, tr.removed td.absent, tr.movedAway td.absent, tr.movedHere td.absent { background: #fff; }
.skipped td { color: #767676; text-align: center; background: #fff; }
@media screen and (max-width: 48rem) { .block, #view-inline:checked ~ main .block { grid-template-columns: 1fr; } .block > .sides { grid-column: auto; } }
@page { size: A4; margin: 18mm 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.55; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .tools, .to-text { display: none; }
  h2, h3, thead { break-after: avoid; }
  article, tr, .references { break-inside: avoid; }
  thead { display: table-header-group; }
  .full { break-before: page; }
}
`;
