import { test } from "vitest";
import { mistakes, messagesAbout } from "/work/main/test/readme/mistakes.js";
test("x", async () => { for (const [m, mi] of Object.entries(mistakes)) { const got = await messagesAbout(mi); if (!got.includes(m)) console.log("WANT", m, "\nGOT ", got.join("\n     ")); } });
