import { z } from "zod";
import { annualReportSchema } from "./annual-report.ts";

/** Tables 三 and 四 of a body and year as the ledger has them; table 二 is about other business and stays out. */
export const computedReportSchema = z
  .object({
    report: annualReportSchema.meta({ description: "Holds t3 and t4 cells only; every one of them is a number" }),
    notComputable: z.array(z.enum(["t2", "t3", "t4"])),
    countedTo: z.iso.date().meta({ description: "31 December, or today while the year lasts" }),
    ledgerFrom: z.iso
      .date()
      .nullable()
      .meta({ description: "Earliest receipt in the ledger of the body; null: it is empty" }),
    applications: z.int().min(0).meta({ description: "Applications that the tables count" }),
    disputes: z.int().min(0),
  })
  .meta({ id: "ComputedReport" });
export type ComputedReport = z.infer<typeof computedReportSchema>;

/** One application or dispute behind a cell: its number and days, nothing else. */
export const cellEntrySchema = z
  .object({
    kind: z.enum(["application", "dispute"]),
    id: z.string().min(1),
    unitId: z.string().min(1),
    from: z.iso.date().meta({ description: "Day of receipt, or of filing" }),
    to: z.iso.date().nullable().meta({ description: "Day of the reply or decision; null while there is none" }),
  })
  .meta({ id: "ReportCellEntry" });
export type CellEntry = z.infer<typeof cellEntrySchema>;
