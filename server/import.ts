import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { LEDGER_PART_LABEL, type Ledger, type LedgerChanges } from "#domain/ledger.ts";
import type { Intake } from "#domain/ledger-intake.ts";
import { describeRowError } from "#domain/row-error.ts";
import { DatabaseUnusable, openDatabase } from "./database.ts";
import { type ImportOptions, importLedger } from "./import-ledger.ts";
import { progressLine } from "./progress-line.ts";
import { writeRejectedRows } from "./rejected-rows.ts";
import { readSettings, StartFailure } from "./settings.ts";
import { sqlStore } from "./sql-store.ts";
import type { Store } from "./store.ts";
import { UnreadableFile } from "./unreadable-file.ts";

const USAGE = `用法：npm run import -- 文件… [--good-rows] [--replace-demo] [--as-of 2026-10-08T17:30]
  文件            .xlsx、.csv（UTF-8 或 GB18030）、.json
  --good-rows     有错误行时导入其余的行，错误行写入 *.rejected.xlsx
  --replace-demo  清空演示数据，换成真实数据
  --as-of         数据截至的时间（北京时间）；不写时取“说明”表的“数据截至”，再取当前时间`;

/** Errors shown one by one; the rest is counted. */
const SHOWN_ERRORS = 50;
/** From here on writing takes long enough to be announced. */
const LONG_FILE = 10_000;

process.exitCode = await run().catch((error: unknown) => {
  const isExpected =
    error instanceof UnreadableFile || error instanceof StartFailure || error instanceof DatabaseUnusable;
  console.error(isExpected ? error.message : `导入失败：${String(error)}`);
  return 1;
});

async function run(): Promise<number> {
  const { values, positionals } = readArguments();
  if (positionals.length === 0) throw new UnreadableFile(USAGE);
  const store = sqlStore(await openDatabase(readSettings(process.env).databaseUrl));
  try {
    for (const [at, path] of positionals.entries()) {
      const isTaken = await importFile(store, path, {
        goodRows: values["good-rows"],
        replaceDemo: values["replace-demo"],
        asOf: values["as-of"] ?? null,
        now: new Date(),
      });
      const left = positionals.length - at - 1;
      if (!isTaken && left > 0) console.error(`其余 ${left} 个文件未导入`);
      if (!isTaken) return 1;
    }
    return 0;
  } finally {
    await store.close();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        "good-rows": { type: "boolean", default: false },
        "replace-demo": { type: "boolean", default: false },
        "as-of": { type: "string" },
      },
    });
  } catch {
    throw new UnreadableFile(USAGE);
  }
}

/** Imports one file and says what became of it; false when nothing was written. */
async function importFile(store: Store, path: string, options: ImportOptions): Promise<boolean> {
  const name = basename(path);
  const progress = progressLine(process.stderr, name);
  const file = { name, bytes: readFile(path) };
  const { intake, changes } = await importLedger(store, file, {
    ...options,
    onRow: () => progress.step(),
    onWrite: (rows) => {
      if (rows >= LONG_FILE) progress.say(`${name}：正在写入 ${rows.toLocaleString("en-US")} 行`);
    },
  }).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? new UnreadableFile(`${name}：${error.message}`) : error;
  });
  progress.end();
  sayNotes(name, intake);
  if (changes === null) {
    sayErrors(intake);
    console.error(`${name}：没有导入任何内容。${adviceFor(intake, options)}`);
  } else sayChanges(name, changes, intake);
  if (options.goodRows && intake.rejected.length > 0) {
    const rejectedPath = `${path.slice(0, path.length - extname(path).length)}.rejected.xlsx`;
    await writeRejectedRows(intake.rejected, rejectedPath);
    console.log(`  错误行及原因已写入 ${rejectedPath}，改好后可直接再导入`);
  }
  return changes !== null;
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnreadableFile(`${path}：${code === "ENOENT" ? "没有这个文件" : `无法读取（${code}）`}`);
  }
}

function sayNotes(name: string, intake: Intake): void {
  if (intake.skipped.length > 0) console.log(`${name}：暂不支持的表已跳过：${intake.skipped.join("、")}`);
  for (const note of intake.notes) console.log(`${name}：${note}`);
}

function sayErrors({ errors }: Intake): void {
  for (const error of errors.slice(0, SHOWN_ERRORS)) console.error(describeRowError(error));
  if (errors.length > SHOWN_ERRORS) console.error(`……共 ${errors.length.toLocaleString("en-US")} 处错误`);
}

function adviceFor(intake: Intake, options: ImportOptions): string {
  if (intake.errors.length === 0) return "文件中没有可以识别的表或数据行，请对照模板 ledger.xlsx";
  if (intake.hasBrokenSheet) return "请先改正表头";
  return options.goodRows ? "没有一行可以导入" : "请改正后重新导入，或加 --good-rows 只导入正确的行";
}

function sayChanges(name: string, changes: LedgerChanges, intake: Intake): void {
  console.log(name);
  for (const part of Object.keys(LEDGER_PART_LABEL) as (keyof Ledger)[]) {
    const { added, changed, unchanged } = changes[part];
    const rejected = intake.rejected
      .filter((sheet) => sheet.part === part)
      .reduce((sum, sheet) => sum + sheet.rows.size, 0);
    if (added + changed + unchanged + rejected === 0) continue;
    console.log(
      `  ${LEDGER_PART_LABEL[part].padEnd(5, "　")}新增 ${added}　变更 ${changed}　未变 ${unchanged}　拒绝 ${rejected}`,
    );
  }
}
