export { output, takeWritten } from "./bits";
export { addToChecksum, takeChecksum } from "./checksum";
export { addPiece, addText, forgetPieces, text, textRoom } from "./text";
export { add, finish, input, room } from "./window";
