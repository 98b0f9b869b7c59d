import { chaozhou2019 } from "./described/chaozhou-2019.js";
import { chaozhou2024q2 } from "./described/chaozhou-2024q2.js";
import { guangdong2022q2 } from "./described/guangdong-2022q2.js";
import { guangdong2024q2 } from "./described/guangdong-2024q2.js";
import { nanchong2024q1 } from "./described/nanchong-2024q1.js";
import type { DescribedCircular } from "./described-circular.js";

/** Every circular whose facts are known. */
export const circulars: readonly DescribedCircular[] = [
  chaozhou2024q2,
  guangdong2022q2,
  chaozhou2019,
  guangdong2024q2,
  nanchong2024q1,
];
