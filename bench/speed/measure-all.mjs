import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { command, inChild, sideBySide } from "./measure.mjs";
import { prepare } from "./prepare.mjs";
import { writeReport } from "./report.mjs";
import { accountGroups } from "./rows.mjs";
import { peers } from "./peers.mjs";
import { readers } from "./readers.mjs";
import { accountWorkbook } from "./workbook.mjs";

const counts = [70, 3_354, 20_000, 100_000];
const largest = 100_000;
const draftSize = 20_000;

/** Measures everything and writes docs/性能.md; with `quick`, once and without the largest tables, and nothing is written. */
export async function measureAll({ root, work, quick }) {
  const sizes = quick ? counts.slice(0, 2) : counts;
  say("准备");
  await prepare(work, sizes);

  const merging = sizes.map((count) => {
    say(`合并并写出 ${String(count)} 行`);
    const names = ["floor", "tongbao", ...peers.map(({ name }) => name)];
    const subjects = Object.fromEntries(names.map((name) => [name, inChild("merge", name, count, work)]));
    return { count, samples: sideBySide(subjects, rounds(quick, count)) };
  });

  const readSize = quick ? 3_354 : largest;
  say(`读取 ${String(readSize)} 行的工作簿`);
  const workbook = accountWorkbook(accountGroups(readSize).flat());
  await writeFile(join(work, `accounts-${String(readSize)}.xlsx`), workbook);
  const reading = {
    count: readSize,
    samples: sideBySide(
      Object.fromEntries(Object.keys(readers).map((name) => [name, inChild("read", name, readSize, work)])),
      rounds(quick, readSize),
    ),
  };

  say("整个程序");
  const out = join(work, "output");
  const starting = environments().map(({ name, variables }) => ({
    name,
    samples: sideBySide(startCommands(root, out, variables), quick ? 2 : 21),
  }));

  const draft = quick ? 3_354 : draftSize;
  say(`核对、比较 ${String(draft)} 行的文稿`);
  const reviewing = [draft, ...(quick ? [] : [largest])].map((count) => ({
    count,
    samples: sideBySide(
      Object.fromEntries(
        ["build", "text", "check", "diff", "redline"].map((name) => [name, inChild("review", name, count, work)]),
      ),
      rounds(quick, count),
    ),
  }));

  say("由工作簿生成整期通报");
  const building = await buildFromWorkbook(root, work, readSize, workbook, quick ? 1 : 3);

  say("一次生成多期");
  const several = await buildSeveral(root, work, quick ? 2 : 3);

  const results = { machine: machine(), merging, reading, starting, reviewing, building, several };
  const report = writeReport(results);
  process.stdout.write(report);
  if (!quick) {
    const { format, resolveConfig } = await import("prettier");
    const path = join(root, "docs", "性能.md");
    await writeFile(path, await format(report, { ...(await resolveConfig(path)), filepath: path }));
  }
}

/** Fewer rounds of what takes long. */
function rounds(quick, count) {
  return quick ? 1 : count <= 3_354 ? 9 : 5;
}

/**
 * Where Node is told of further certificates it reads them at every start, whether they are needed or not. That makes every program's
 * start alike slow, and ratios of them small: it is measured with and without.
 */
function environments() {
  const { NODE_EXTRA_CA_CERTS: certificates, ...others } = process.env;
  const plain = { name: "", variables: others };
  return certificates === undefined ? [plain] : [{ name: "NODE_EXTRA_CA_CERTS", variables: process.env }, plain];
}

function startCommands(root, out, variables) {
  const build = (...args) => command(["dist/tongbao.cjs", "build", ...args, "--out", out], root, variables);
  return {
    "node -e 0": command(["-e", "0"], root, variables),
    "guangdong-2024q2（只有 circular.yaml）": build("data/guangdong-2024q2"),
    "nanchong-2024q1（YAML）": build("data/nanchong-2024q1", "--data-file", "inspection.yaml"),
    "nanchong-2024q1（.xlsx）": build("data/nanchong-2024q1"),
    "chaozhou-2024q2（YAML）": build("data/chaozhou-2024q2", "--data-file", "inspection.yaml"),
    "chaozhou-2024q2（.xlsx）": build("data/chaozhou-2024q2"),
  };
}

async function buildFromWorkbook(root, work, count, workbook, times) {
  const folder = join(work, "edition");
  await writeEditions(folder, ["large"], workbook);
  const usage = join(folder, "usage.json");
  const watcher = fileURLToPath(new URL("report-usage.mjs", import.meta.url));
  process.env["TONGBAO_BENCH_USAGE"] = usage;
  const run = command(["--import", watcher, join(root, "dist", "tongbao.cjs"), "build", "data/large"], folder);
  const { build } = sideBySide({ build: run }, times);
  if (build.failure !== undefined) throw new Error(build.failure);
  const megabytes = Number(await readFile(usage, "utf8"));
  await rm(folder, { recursive: true });
  return { count, sample: { ...build, megabytes } };
}

/** Large editions, in one thread and in as many as there are cores: small ones are done before threads have warmed up. */
async function buildSeveral(root, work, times) {
  const count = 12;
  const rows = 20_000;
  const folder = join(work, "editions");
  const names = Array.from({ length: count }, (_, index) => `edition-${String(index + 1)}`);
  await writeEditions(folder, names, accountWorkbook(accountGroups(rows).flat()));
  const build = (jobs) =>
    command([join(root, "dist", "tongbao.cjs"), "build", "--all", "--jobs", String(jobs)], folder);
  const cores = cpus().length;
  const samples = sideBySide({ 1: build(1), [cores]: build(cores) }, times);
  await rm(folder, { recursive: true });
  return { count, rows, samples };
}

/** Editions of the circular type for measuring, all with the same workbook. */
async function writeEditions(folder, names, workbook) {
  await mkdir(join(folder, "templates"), { recursive: true });
  await cp(fileURLToPath(new URL("big-edition", import.meta.url)), join(folder, "templates", "测速"), {
    recursive: true,
  });
  const circular = await readFile(fileURLToPath(new URL("circular.yaml", import.meta.url)), "utf8");
  for (const name of names) {
    await mkdir(join(folder, "data", name), { recursive: true });
    await writeFile(join(folder, "data", name, "circular.yaml"), circular);
    await writeFile(join(folder, "data", name, "inspection.xlsx"), workbook);
  }
}

function machine() {
  const [first] = cpus();
  return { model: first?.model.trim() ?? "", cores: cpus().length, node: process.version };
}

function say(what) {
  process.stderr.write(`${what}\n`);
}
