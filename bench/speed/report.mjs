import { median, ratio } from "./measure.mjs";

/** docs/性能.md */
export function writeReport({ machine, merging, reading, starting, reviewing, building, several }) {
  return [
    "# 性能",
    "",
    "本页由 `npm run bench` 写出。各程序在同一次运行里轮流测量，每次都是新的进程；毫秒数是各轮的中位数，随机器和当时的负载而变，倍数（逐轮相比的中位数）才可以比较。",
    "",
    `机器：${machine.model}，${String(machine.cores)} 核；Node ${machine.node}。`,
    "",
    "## 合并数据并写出 .docx",
    "",
    "附件表 N 行 5 列，序号和单位上下合并。“下限”是把同一份 document.xml 用字符串拼出来，再由 `node:zlib` 压缩：没有模板，没有数据检查。时间从装入程序算起（装入的是合并和写出所需的部分），到得到文件的字节为止；倍数是相对于下限。各家的模板得出同样的表，写本页的程序先逐格核对过。",
    "",
    ...table(
      ["", ...merging.map(({ count }) => `${thousands(count)} 行`)],
      Object.keys(merging[0].samples).map((name) => [
        labels[name] ?? name,
        ...merging.map(({ samples }) => withRatio(samples[name], samples.floor)),
      ]),
    ),
    "",
    growth(merging),
    "",
    "同样几轮，只算程序装入之后的时间（代码仍是第一次运行）：",
    "",
    ...table(
      ["", ...merging.map(({ count }) => `${thousands(count)} 行`)],
      Object.keys(merging[0].samples).map((name) => [
        labels[name] ?? name,
        ...merging.map(({ samples }) => afterLoading(samples[name], samples.floor)),
      ]),
    ),
    "",
    "## 读取工作簿",
    "",
    `${thousands(reading.count)} 行 8 列的 .xlsx，从装入程序到得到全部的值；倍数是相对于本程序。`,
    "",
    ...table(
      ["", "时间和内存"],
      Object.keys(reading.samples).map((name) => [
        labels[name] ?? name,
        withRatio(reading.samples[name], reading.samples.tongbao),
      ]),
    ),
    "",
    "## 由工作簿生成一期",
    "",
    `${thousands(building.count)} 行 8 列的工作簿，打印其中 5 列；整个程序，包括校验、核稿、审阅文本：${figures(building.sample)}。`,
    "",
    "## 一次生成多期",
    "",
    `${String(several.count)} 期，每期 ${thousands(several.rows)} 行，\`build --all\`，整个程序；倍数是相对于一个线程。`,
    "",
    ...table(
      ["线程", "时间"],
      Object.entries(several.samples).map(([jobs, sample]) => [jobs, withRatio(sample, several.samples[1])]),
    ),
    "",
    "## 核稿、审阅文本、比较",
    "",
    "对同样大小的文稿，每一项都从装入所需的部分算起；第二稿每十五行改一格。倍数是相对于生成（合并并写出）。",
    "",
    ...table(
      ["", ...reviewing.map(({ count }) => `${thousands(count)} 行`)],
      Object.keys(reviewing[0].samples).map((name) => [
        labels[name] ?? name,
        ...reviewing.map(({ samples }) => withRatio(samples[name], samples.build)),
      ]),
    ),
    "",
    "## 整个程序",
    "",
    "从启动到退出，`node -e 0` 是什么都不做的 Node。",
    "",
    ...starting.flatMap(({ name, samples }, index) => [
      ...(name === ""
        ? index === 0
          ? []
          : ["没有设这个环境变量时：", ""]
        : [`这台机器设了环境变量 \`${name}\`，任何 Node 程序启动时都要先读入证书，两边的时间都含这一段：`, ""]),
      ...table(
        ["", "毫秒", "倍数"],
        Object.entries(samples).map(([command, sample]) => [
          command,
          String(Math.round(median(sample.milliseconds))),
          times(ratio(sample, samples["node -e 0"])),
        ]),
      ),
      "",
    ]),
  ].join("\n");
}

const labels = {
  floor: "下限",
  tongbao: "本程序",
  "docx-templates": "docx-templates",
  build: "生成",
  text: "审阅文本",
  check: "核稿",
  diff: "比较",
  redline: "比较并写花脸稿",
};

/** How the time grows from the last but one to the last size, compared with the number of rows. */
function growth(merging) {
  const [smaller, larger] = merging.slice(-2);
  const time = ({ samples }) => median(samples.tongbao.milliseconds);
  const factor = time(larger) / time(smaller) / (larger.count / smaller.count);
  return `从 ${thousands(smaller.count)} 行到 ${thousands(larger.count)} 行，本程序的时间是按行数成比例增长的 ${factor.toFixed(2)} 倍。`;
}

function withRatio(sample, reference) {
  const factor = ratio(sample, reference);
  return factor === undefined || sample === reference ? figures(sample) : `${figures(sample)}，${times(factor)}`;
}

function afterLoading(sample, reference) {
  if (sample.afterLoading.length === 0) return sample.failure ?? "没有测";
  const time = `${thousands(Math.round(median(sample.afterLoading)))} 毫秒`;
  return sample === reference ? time : `${time}，${times(ratio(sample, reference, "afterLoading"))}`;
}

function figures(sample) {
  if (sample.milliseconds.length === 0) return sample.failure ?? "没有测";
  const time = `${thousands(Math.round(median(sample.milliseconds)))} 毫秒`;
  return sample.megabytes === 0 ? time : `${time}（${String(Math.round(sample.megabytes))} MB）`;
}

function times(factor) {
  return factor === undefined ? "" : `${factor.toFixed(factor < 10 ? 2 : 1)} 倍`;
}

function thousands(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

function table(header, rows) {
  return [header, header.map((_, index) => (index === 0 ? "---" : "---:")), ...rows].map(
    (cells) => `| ${cells.join(" | ")} |`,
  );
}
