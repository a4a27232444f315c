const STEP_ROWS = 1_000;
const EVERY_MS = 1_000;

/** Says once a second how far a long file has been read: in place on a terminal, line by line in a log. */
export function progressLine(out: NodeJS.WriteStream, name: string) {
  let rows = 0;
  let last = performance.now();
  let isOpen = false;
  const say = (text: string) => {
    out.write(out.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
    isOpen = out.isTTY;
  };
  return {
    say,
    step() {
      rows += 1;
      if (rows % STEP_ROWS > 0 || performance.now() - last < EVERY_MS) return;
      last = performance.now();
      say(`${name}：已读 ${rows.toLocaleString("en-US")} 行`);
    },
    /** Clears the line, so that the result stands alone. */
    end() {
      if (isOpen) out.write("\r\u001B[K");
    },
  };
}
