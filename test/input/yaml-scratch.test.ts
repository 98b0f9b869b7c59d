import { test } from "vitest";
import { readYaml, toPlain } from "../../src/input/yaml/read-yaml.js";
test("x", () => {
  const row = (i:number)=>`  - 单位名称: 某某市教育局${i}\n    账号类型: 微信订阅号\n    账号名称: 某某教育${i}\n    结果: 合格\n`;
  for (const [k,s] of [["rows20k","a:\n"+Array.from({length:20000},(_,i)=>row(i)).join("")],["flow","a: ["+"a,".repeat(1_900_000)+"]"],["bigmap",Array.from({length:100000},(_,i)=>`k${i}: ${i}`).join("\n")], ["errs",Array.from({length:20000},(_,i)=>`k${i} ${i}`).join("\n")+"\na: 1\n"],["errs2",Array.from({length:20000},(_,i)=>`k${i}: [\n`).join("")],["q",Array.from({length:20000},(_,i)=>`k${i}: "a" b\n`).join("")],["opn","a: "+"[1, ".repeat(300)],
   ["bomb","a: &a [1,1,1,1,1,1,1,1,1]\n"+"bcdefghij".split("").map((c,i)=>`${c}: &${c} [${Array(9).fill("*"+"abcdefghij"[i]).join(",")}]`).join("\n")], ["tabs", "a:\n"+"\tb: 1\n".repeat(100000)]] as const) {
    const b = new TextEncoder().encode(s); const m0 = process.memoryUsage().heapUsed;
    const t = Date.now(); const r = readYaml(b, "x.yaml"); const t1=Date.now();
    console.log(k, b.length, t1-t, "ms", Math.round((process.memoryUsage().rss)/1e6), r.diagnostics.length, r.diagnostics[0]?.code, r.diagnostics[0]?.place, r.root ? JSON.stringify(toPlain(r.root)).length:"");
  }
  for (const s of ["a: {年: 2024，季度: 2}\n","a: [甲，乙]\n","d: #e\nf: x #y\ng: z # w\nh: # w\ni:\n  #j\n  k: 1\n", "a: 'x' #y\n", "a:\n  - #x\n  - b\n"]) { const r = readYaml(new TextEncoder().encode(s),"x"); console.log(JSON.stringify(s), r.diagnostics.map(d=>[d.code,d.place.line,d.place.column,d.actual]), r.root&&JSON.stringify(toPlain(r.root))); }
});
