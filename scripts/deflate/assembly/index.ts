export { output, takeWritten } from "./bits";
export { takeChecksum } from "./checksum";
export { addText, text, textRoom } from "./text";
export { add, finish, input, room } from "./window";
