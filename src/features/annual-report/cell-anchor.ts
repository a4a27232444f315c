/** Id of a cell on the page, where equations, the text of the report and links lead. */
export function cellAnchor(id: string): string {
  return `cell-${id}`;
}
