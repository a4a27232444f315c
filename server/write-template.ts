import { mkdir, writeFile } from "node:fs/promises";
import { guoyangSample, tongnanSample } from "./ledger-samples.ts";
import { ledgerTemplate } from "./ledger-template.ts";
import { writeWorkbook } from "./write-workbook.ts";

const FILES = {
  "public/templates/ledger.xlsx": ledgerTemplate,
  "public/samples/tongnan-office-2024.xlsx": tongnanSample,
  "public/samples/guoyang-2020Q3.xlsx": guoyangSample,
};

for (const [path, toSheets] of Object.entries(FILES)) {
  await mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  await writeFile(path, await writeWorkbook(toSheets()));
  console.log(path);
}
