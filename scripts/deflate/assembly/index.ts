export { output, takeWritten } from "./bits";
export { checksum } from "./checksum";
export { add, finish, input, room } from "./window";
