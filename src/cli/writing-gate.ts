/** In the shared memory: how many are writing, and whether anybody may begin. */
const writersCell = 0;
const closedCell = 1;

/** How often to look whether everybody has finished, in milliseconds. */
const patience = 5;

/**
 * What threads pass through to write files, so that the main thread can end the program when no file is half written.
 *
 * Whoever enters counts itself first and looks whether the gate is closed afterwards; whoever closes does it the other way round. So one
 * of the two always sees the other.
 */
export class WritingGate {
  private readonly cells: Int32Array;

  /** @param memory shared with the other threads */
  constructor(readonly memory = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.cells = new Int32Array(memory);
  }

  /**
   * Waits for ever if the gate is closed: the program is about to end.
   *
   * @returns what to call when everything is written
   */
  enter(): () => void {
    Atomics.add(this.cells, writersCell, 1);
    if (Atomics.load(this.cells, closedCell) === 1) {
      Atomics.sub(this.cells, writersCell, 1);
      Atomics.wait(this.cells, closedCell, 1);
    }
    return () => {
      Atomics.sub(this.cells, writersCell, 1);
    };
  }

  /** Lets nobody else in. Settled when the last one is out. */
  async close(): Promise<void> {
    Atomics.store(this.cells, closedCell, 1);
    while (Atomics.load(this.cells, writersCell) > 0) await new Promise((resolve) => setTimeout(resolve, patience));
  }
}
