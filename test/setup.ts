import { configureGlobal } from "fast-check";

/**
 * Property tests draw the same cases on every run, so that a change is judged by what it changed. Other cases, for instance in a long
 * run over night: `TONGBAO_SEED=12345 npm test`.
 */
configureGlobal({ seed: Number(process.env["TONGBAO_SEED"] ?? 20_240_710) });
