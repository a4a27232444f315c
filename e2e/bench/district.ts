import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { NOW } from "#e2e/now.ts";
import { type ProductServer, runServerCommand, startServer, temporaryDatabase } from "#e2e/product-server.ts";
import { demoLedgerOfSize } from "#server/demo-district.ts";

/** A server over a SQLite database with a district of the given size. */
export async function startDistrict(units: number): Promise<ProductServer> {
  const database = temporaryDatabase();
  const file = join(dirname(database.slice("file:".length)), `district-${units}.json`);
  writeFileSync(file, JSON.stringify(demoLedgerOfSize(new Date(NOW), units)));
  const end = await runServerCommand("import", [file], { DATABASE_URL: database });
  if (end.code !== 0) throw new Error(`import of ${units} units failed: ${end.output}`);
  return startServer({ DATABASE_URL: database });
}
