import { Worker } from "node:worker_threads";

/** A case takes milliseconds; on a machine that is busy with other things perhaps seconds. */
const patience = 120_000;

const longestName = 4096;

/**
 * Ends the process when one case runs on and on: code in an endless loop cannot be interrupted from the same thread, and the test
 * runner would wait with it.
 */
export class Watchdog {
  readonly #memory = new SharedArrayBuffer(8 + longestName);
  readonly #state = new Int32Array(this.#memory, 0, 2);
  readonly #name = new Uint8Array(this.#memory, 8);
  readonly #worker = new Worker(
    `const { workerData: { memory, patience } } = require("node:worker_threads");
     const state = new Int32Array(memory, 0, 2);
     let last = -1;
     setInterval(() => {
       const now = Atomics.load(state, 0);
       if (now === last && now % 2 === 1) {
         const name = Buffer.from(Uint8Array.from(new Uint8Array(memory, 8, state[1]))).toString();
         require("node:fs").writeSync(2, "\\nstill running after " + patience / 1000 + " s: " + name + "\\n");
         process.kill(process.pid, "SIGKILL");
       }
       last = now;
     }, patience);`,
    { eval: true, workerData: { memory: this.#memory, patience } },
  );

  /** @param name what tells the case from others, to be printed if it never ends */
  begin(name: string): void {
    const bytes = new TextEncoder().encode(name).subarray(0, longestName);
    this.#name.set(bytes);
    Atomics.store(this.#state, 1, bytes.length);
    Atomics.add(this.#state, 0, 1);
  }

  end(): void {
    Atomics.add(this.#state, 0, 1);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
