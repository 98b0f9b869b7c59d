import { parentPort, workerData } from "node:worker_threads";
import { writeThrough } from "./interruption.js";
import { faultOf, type Fault } from "./internal-fault.js";
import { applyLimitsFromEnvironment } from "./limits-from-environment.js";
import { nodeFiles } from "./node-files.js";
import { processEdition, type EditionOutcome, type EditionTask } from "./process-edition.js";
import { progressByMessage } from "./progress/progress-by-message.js";
import { WritingGate } from "./writing-gate.js";

/** What a worker that this file serves in is told at its start: other workers may load the file for its names only. */
export interface EditionWorkerData {
  readonly mark: typeof editionWorkerMark;
  /** Of the gate that all writing goes through. */
  readonly gate: SharedArrayBuffer;
  /** Whether anybody wants to know how far the work is. */
  readonly progress: boolean;
}

export const editionWorkerMark = "tongbao-editions";

/** What a worker answers to a task. */
export type WorkerAnswer = { readonly outcome: EditionOutcome } | { readonly fault: Fault };

/**
 * The file to start a worker with: this one. In the bundle that is a chunk named by its content, so that a run and its workers are of
 * the same build even if another one is put in place meanwhile. Absent where the program runs from its sources, which a worker cannot
 * load.
 */
export const editionWorkerFile: URL | undefined = import.meta.url.endsWith(".mjs")
  ? new URL(import.meta.url)
  : undefined;

const given = workerData as Partial<EditionWorkerData> | null | undefined;
if (parentPort !== null && given?.mark === editionWorkerMark) serve(parentPort, given as EditionWorkerData);

function serve(port: NonNullable<typeof parentPort>, data: EditionWorkerData): void {
  applyLimitsFromEnvironment();
  writeThrough(new WritingGate(data.gate));
  const files = nodeFiles();
  const progress = data.progress ? progressByMessage((news) => port.postMessage({ news })) : undefined;
  port.on("message", (task: EditionTask) => {
    processEdition(files, task, progress).then(
      (outcome) => {
        port.postMessage({ outcome } satisfies WorkerAnswer);
      },
      (error: unknown) => {
        port.postMessage({ fault: faultOf(error) } satisfies WorkerAnswer);
      },
    );
  });
}
