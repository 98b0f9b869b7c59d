import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { buildProgram, runProgram } from "../broken/run-program.js";
import { requireProgram } from "../outside.js";
import { projectRoot } from "../tooling/temporary-project.js";

beforeAll(buildProgram);

test.for(["chaozhou-2024q2", "guangdong-2022q2", "nanchong-2024q1"])(
  "a circular that LibreOffice has opened and saved is equal to what it was: %s",
  (name, context) => {
    requireProgram("soffice", context);
    const folder = mkdtempSync(join(tmpdir(), "tongbao-saved-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const original = join(projectRoot, "output", name, `${name}.docx`);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const filter = "docx:MS Word 2007 XML";
    spawnSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", folder, original]);
    const { status, output } = runProgram(folder, ["diff", original, `${name}.docx`]);
    expect(output).toContain("两稿的内容相同，没有改动；格式没有比较");
    expect(output).toContain("两稿分别由 tongbao 和 LibreOffice 保存");
    expect(status).toBe(0);
  },
);
