import { expect, test } from "vitest";
import { ProgressDisplay } from "../../src/cli/progress/progress-display.js";
import { plans } from "../../src/cli/progress/time-left.js";

/** A display on a terminal that keeps what is written, with a clock that goes on only when told to. */
function display(delay = 700) {
  const written: string[] = [];
  let now = 5_000;
  let computing = 0;
  const shown = new ProgressDisplay(
    {
      write: (text) => written.push(text),
      columns: () => 80,
      clock: () => now,
      compute: (work) => {
        computing += 1;
        return work();
      },
      delay,
    },
    plans.build,
  );
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { shown, written, pass, computed: () => computing };
}

test("short work shows nothing at all", () => {
  const { shown, written, pass } = display();
  expect(
    shown.during("workbook-rows", () => {
      pass(300);
      shown.advance(1_000, 2_000);
      return "result";
    }),
  ).toBe("result");
  shown.during("draft-rows", () => pass(399));
  shown.begin("saving");
  shown.clear();
  expect(written).toEqual([]);
});

test("long work shows one line in place, at most ten times a second, and takes it away", () => {
  const { shown, written, pass } = display();
  shown.during("workbook-rows", () => {
    for (let row = 0; row <= 1_000; row += 1) {
      shown.advance(row, 1_000);
      pass(1);
    }
  });
  shown.during("composing", () => undefined);
  shown.clear();
  shown.clear();
  expect(written).toEqual([
    "\r读取工作簿 700/1,000行\u001b[K",
    "\r读取工作簿 800/1,000行\u001b[K",
    "\r读取工作簿 900/1,000行\u001b[K",
    "\r读取工作簿 1,000/1,000行\u001b[K",
    "\r拼装文稿\u001b[K",
    "\r\u001b[K",
  ]);
});

test("after something was printed it is quiet for a while again", () => {
  const { shown, written, pass } = display();
  pass(800);
  shown.begin("composing");
  shown.clear();
  pass(600);
  shown.begin("draft-rows");
  expect(written).toEqual(["\r拼装文稿\u001b[K", "\r\u001b[K"]);
  pass(200);
  shown.advance(5, 10);
  expect(written.at(-1)).toBe("\r写出文稿 5/10行\u001b[K");
});

test("a step within another is a part of it, and is not computed apart", () => {
  const { shown, written, computed } = display(0);
  shown.during("proofreading", () => shown.during("composing", () => shown.advance(1, 2)));
  expect(computed()).toBe(1);
  expect(written).toEqual(["\r核稿\u001b[K", "\r核稿 1/2项\u001b[K"]);
});

test("what the work throws comes out as it is, and the next step is computed as ever", () => {
  const { shown, computed } = display();
  const error = new Error("of the work");
  expect(() =>
    shown.during("yaml", () => {
      throw error;
    }),
  ).toThrow(error);
  shown.during("composing", () => undefined);
  expect(computed()).toBe(2);
});

test("says which edition of several is worked on", () => {
  const { shown, written, pass } = display(0);
  shown.editions({ count: 3, finished: 1 });
  shown.begin("yaml");
  pass(150);
  shown.elsewhere({ count: 3, finished: 2, name: "乙" }, { step: "proofreading", done: 3, total: 90 });
  expect(written).toEqual(["\r第2期，共3期：读取数据文件\u001b[K", "\r已完成2期，共3期；乙：核稿 3/90项\u001b[K"]);
});
