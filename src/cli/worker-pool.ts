import { Worker } from "node:worker_threads";
import { faultOf, type Fault } from "./internal-fault.js";

/**
 * Gives tasks to worker threads, each of which works on one at a time and answers every message with one of its own.
 *
 * A worker that dies takes only its task with it: that task's answer is the fault, and a new worker takes the next task.
 *
 * @param file that the workers load
 * @param data what each worker is told at its start
 * @param tasks plain data
 * @param size how many workers at most; each is started when there is something for it to do
 * @param listener hears what happens meanwhile
 * @returns the answers, one for each task, in the order of the tasks as soon as each is due
 */
export async function* runInWorkers<Answer>(
  file: URL,
  data: unknown,
  tasks: readonly unknown[],
  size: number,
  listener: WorkListener = {},
): AsyncGenerator<Answer | { readonly fault: Fault }> {
  const answers = tasks.map(() => deferred<Answer | { readonly fault: Fault }>());
  let next = 0;
  const lane = async (): Promise<void> => {
    let worker: Worker | undefined;
    for (let index = next++; index < tasks.length; index = next++) {
      try {
        worker ??= new Worker(file, { workerData: data });
        const task = index;
        answers[index]?.resolve(await ask<Answer>(worker, tasks[index], (news) => listener.news?.(task, news)));
      } catch (error) {
        answers[index]?.resolve({ fault: faultOf(error) });
        await worker?.terminate();
        worker = undefined;
      }
      listener.done?.(index);
    }
    await worker?.terminate();
  };
  const lanes = Array.from({ length: Math.min(size, tasks.length) }, lane);
  for (const { promise } of answers) yield await promise;
  await Promise.all(lanes);
}

/** Hears of tasks while they are worked on. */
export interface WorkListener {
  /** What a worker posts besides its answer, as `{ news: … }`. */
  readonly news?: (task: number, news: unknown) => void;
  /** A task is done, whenever its answer is due. */
  readonly done?: (task: number) => void;
}

/** One task and its answer; throws if the worker dies over it. */
function ask<Answer>(worker: Worker, task: unknown, hear: (news: unknown) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (after: () => void): void => {
      worker.off("message", answered).off("messageerror", failed).off("error", failed).off("exit", ended);
      after();
    };
    const answered = (message: Answer | { readonly news: unknown }): void => {
      if (typeof message === "object" && message !== null && "news" in message) {
        hear(message.news);
        return;
      }
      settle(() => {
        resolve(message);
      });
    };
    const failed = (error: Error): void => {
      settle(() => {
        reject(error);
      });
    };
    const ended = (status: number): void => {
      failed(new Error(`线程意外结束（状态 ${String(status)}）`));
    };
    worker.on("message", answered).on("messageerror", failed).on("error", failed).on("exit", ended);
    worker.postMessage(task);
  });
}

interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
}

function deferred<Value>(): Deferred<Value> {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
