import { type Cells, DASH } from "./demo-cells.ts";
import { randomFor } from "./demo-random.ts";
import type { DemoUnit } from "./demo-units.ts";

/** Normative documents are counted on from the end of this year, so that rule R6 holds over any number of years. */
const STOCK_YEAR = 2020;

/** Organs that decide: usual number of licences, penalties and coercive measures in a year; fees in 10,000 yuan. */
const DECISIONS: Readonly<
  Record<string, readonly [licences: number, penalties: number, coercion: number, fees: number]>
> = {
  区公安局: [1860, 5240, 168, 96.4],
  区市场监管局: [6120, 412, 23, 0],
  区规划资源局: [486, 38, 4, 318.6],
  区住建委: [352, 74, 0, 42.15],
  区城市管理局: [268, 836, 57, 128.5],
  区交通运输委: [640, 518, 36, 0],
  区卫生健康委: [724, 96, 0, 18.2],
  区应急管理局: [118, 64, 6, 0],
  区农业农村委: [196, 87, 3, 0],
  区水利局: [84, 21, 1, 57.3],
  区生态环境局: [0, 63, 5, 0],
  区人力社保局: [142, 9, 0, 6.4],
  区教育委: [58, 0, 0, 0],
  区民政局: [47, 2, 0, 0],
  区文化旅游委: [75, 16, 0, 0],
  区林业局: [231, 29, 0, 12.8],
  区发展改革委: [26, 0, 0, 0],
  区商务委: [19, 0, 0, 0],
  区医保局: [0, 11, 0, 0],
  区统计局: [0, 3, 0, 0],
};

interface Stock {
  issued: number;
  repealed: number;
  inForce: number;
}

/** Issued, repealed and in force at the end of the year, each year standing on the one before. */
function normativeDocuments({ unit, notApplicable }: DemoUnit, year: number): Stock {
  if (notApplicable.includes("policyDocuments")) return { issued: 0, repealed: 0, inForce: 0 };
  const [fewest, most] = unit.kind === "township" ? ([0, 4] as const) : ([3, 18] as const);
  // A new organ starts empty, else the district's own chain (R6) would break in the year it was founded.
  const inForce = unit.activeFrom === null ? randomFor(`stock|${unit.id}`).int(fewest, most) : 0;
  const from = unit.activeFrom === null ? STOCK_YEAR + 1 : Number(unit.activeFrom.slice(0, 4));
  let stock: Stock = { issued: 0, repealed: 0, inForce };
  for (let at = from; at <= year; at += 1) {
    const random = randomFor(`documents|${unit.id}|${at}`);
    const issued = random.int(0, unit.kind === "township" ? 1 : 3);
    const repealed = Math.min(random.int(0, 2), stock.inForce);
    stock = { issued, repealed, inForce: stock.inForce + issued - repealed };
  }
  return stock;
}

/** Table 二 of one unit. A district organ makes no 规章, so those cells are honest zeros. */
export function disclosureCells(demo: DemoUnit, year: number): Cells {
  const random = randomFor(`decisions|${demo.unit.id}|${year}`);
  const [licences, penalties, coercion, fees] = DECISIONS[demo.key] ?? [0, 0, 0, 0];
  const vary = (usual: number) => Math.round(usual * (0.9 + random.next() * 0.2));
  const stock = normativeDocuments(demo, year);
  const townshipPenalties = demo.unit.kind === "township" ? random.int(0, 6) : 0;
  return {
    "t2.regulations.issued": "0",
    "t2.regulations.repealed": "0",
    "t2.regulations.inForce": "0",
    "t2.normativeDocuments.issued": String(stock.issued),
    "t2.normativeDocuments.repealed": String(stock.repealed),
    "t2.normativeDocuments.inForce": String(stock.inForce),
    "t2.licensing.decisions": String(vary(licences)),
    "t2.penalty.decisions": String(vary(penalties) + townshipPenalties),
    "t2.coercion.decisions": String(vary(coercion)),
    "t2.administrativeFees.amount": fees === 0 ? DASH : (vary(fees * 100) / 100).toFixed(2),
  };
}
