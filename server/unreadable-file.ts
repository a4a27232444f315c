/** A file that cannot be read at all; `message` is the one sentence for the person at the terminal. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}
