import { chaozhou2024q2 } from "./described/chaozhou-2024q2.js";
import type { DescribedCircular } from "./described-circular.js";

/** Every circular whose facts are known. */
export const circulars: readonly DescribedCircular[] = [chaozhou2024q2];
