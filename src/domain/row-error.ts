/** One reason why a row was not taken. It names the place as the person at the desk sees it. */
export interface RowError {
  sheet: string;
  /** Row number as the spreadsheet shows it. */
  row: number;
  /** "扣分（H列）"; empty when the whole row is meant. */
  column: string;
  value: string;
  reason: string;
}

/** "扣分明细 第 12 行 扣分（H列）“abc”：应填分值，不是数字" */
export function describeRowError(error: RowError): string {
  const column = error.column === "" ? "" : ` ${error.column}`;
  const value = error.value === "" ? "" : `“${error.value.slice(0, 60)}”`;
  return `${error.sheet} 第 ${error.row} 行${column}${value}：${error.reason}`;
}
