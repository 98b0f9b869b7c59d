let clear = (): void => undefined;

/** A line that stands on the terminal until something else is printed, and how to take it away. */
export function standsUntilCleared(how: () => void): void {
  clear = how;
}

/** Takes away what stands on the terminal for the time being: whatever is printed next begins a line. */
export function clearCurrentLine(): void {
  clear();
}
