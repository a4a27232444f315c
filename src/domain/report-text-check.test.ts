import { describe, expect, it } from "vitest";
import type { AnnualReport } from "./annual-report.ts";
import { publishedReport } from "./fixtures/published-annual-reports.ts";
import { reportText } from "./fixtures/report-texts.ts";
import { checkReportText } from "./report-text-check.ts";

const pingtan2022 = publishedReport("pingtan", 2022);
const pingtan2023 = publishedReport("pingtan", 2023);
const pingtan2024 = publishedReport("pingtan", 2024);
const suqian2024 = publishedReport("suqian", 2024);
const tongnan = publishedReport("tongnan-office", 2024);

/** "verdict difference 口径" of each number of a text. */
function read(text: string, report: AnnualReport, previous: AnnualReport | null = null): string[] {
  return checkReportText(text, report, previous).findings.map(({ verdict, difference, readings }) =>
    `${verdict} ${difference ?? "-"} ${readings[0]?.name ?? ""}`.trim(),
  );
}

function withCells(report: AnnualReport, cells: Record<string, string>): AnnualReport {
  return { ...report, cells: { ...report.cells, ...cells } };
}

describe("收到", () => {
  it("is 新收 where that fits", () => {
    expect(read("全年收到政府信息公开申请24件。", tongnan)).toEqual(["agreed 0 新收"]);
  });
  it("is 新收＋上年结转 where only that fits, and says so (平潭 2022: 75 = 74 + 1)", () => {
    const [finding] = checkReportText("全区收到政府信息公开申请75件。", pingtan2022).findings;
    expect(finding?.verdict).toBe("agreed");
    expect(finding?.message).toBe("正文 75，与表内“新收＋上年结转”75 相符；按“新收”为 74，差 +1");
  });
  it("differs from both when neither fits", () => {
    const [finding] = checkReportText("全区收到政府信息公开申请80件。", pingtan2022).findings;
    expect([finding?.verdict, finding?.difference]).toEqual(["differing", 6]);
    expect(finding?.message).toBe("正文 80，表内“新收”74，差 +6；按“新收＋上年结转”为 75，差 +5");
  });
});

describe("新收", () => {
  it("that fits only together with 上年结转 leaves the 口径 open (潼南区 2025: 新收113，含上年结转1)", () => {
    expect(read("新收政府信息公开申请75件（含上年结转1件）。", pingtan2022)).toEqual([
      "ambiguous 0 新收＋上年结转",
      "agreed 0 上年结转",
    ]);
  });
  it("joined with 上年结转 is their sum", () => {
    expect(read("新收及上年结转政府信息公开申请共75件。", pingtan2022)).toEqual(["agreed 0 新收＋上年结转"]);
  });
});

describe("办结, 结转", () => {
  it.each([
    ["受理政府信息公开申请24件，办结23件，剩余1件结转下年度继续办理。", "结转下年度"],
    ["收到24件申请，办结23件，1件结转至2025年。", "结转下年度"],
    ["受理申请24件，办结23件（另有1件顺延到下年度答复）。", "结转下年度"],
  ])("%s", (text, last) => {
    expect(read(text, tongnan).map((line) => line.split(" ")[0])).toEqual(["agreed", "agreed", "agreed"]);
    expect(read(text, tongnan)[2]).toBe(`agreed 0 ${last}`);
  });
  it("办理 may mean what was closed or what was due, and the one that fits is named", () => {
    expect(read("办理政府信息公开申请23件。", tongnan)).toEqual(["agreed 0 办理结果总计"]);
    expect(read("办理政府信息公开申请24件。", tongnan)).toEqual(["agreed 0 新收＋上年结转"]);
  });
  it("speaks of a dispute where a dispute was spoken of", () => {
    expect(read("发生行政复议3件，已办结2件。", tongnan)).toEqual([
      "agreed 0 行政复议总计",
      "agreed 0 行政复议（不含尚未审结）",
    ]);
  });
});

describe("outcomes", () => {
  it("a group is the sum of its rows, and joined groups are one sum", () => {
    expect(read("申请中，予以公开和部分公开4件，无法提供17件，其他处理2件。", tongnan)).toEqual([
      "agreed 0 予以公开＋部分公开",
      "agreed 0 无法提供",
      "agreed 0 其他处理",
    ]);
  });
  it("a leaf is its own row, and a bare 其他 after 逾期不补正 is the last row of that group", () => {
    expect(read("申请中本机关不掌握75件、第三方合法权益3件、逾期不补正1件、其他2件。", pingtan2024)).toEqual([
      "agreed 0 无法提供·本机关不掌握",
      "agreed 0 不予公开·第三方合法权益",
      "agreed 0 其他处理·逾期不补正",
      "agreed 0 其他处理·其他",
    ]);
  });
  it("applicants are read in the row that the number before them was read in (平潭 2022)", () => {
    const findings = checkReportText("收到政府信息公开申请75件，涉及自然人72件、商业企业3件。", pingtan2022).findings;
    expect(findings[1]?.cells).toEqual(["t3.newReceived.naturalPerson", "t3.carriedOver.naturalPerson"]);
    expect(findings.map((finding) => finding.verdict)).toEqual(["agreed", "agreed", "agreed"]);
  });
});

describe("复议, 诉讼", () => {
  it("without 尚未审结 leave the 口径 open (宿迁 2024: 134 = 170 − 36, 57 = 77 − 20)", () => {
    expect(read("行政复议134件、行政诉讼57件。", suqian2024)).toEqual([
      "ambiguous 0 行政复议（不含尚未审结）",
      "ambiguous 0 行政诉讼（不含尚未审结）",
    ]);
  });
  it("with 已审结 said are what the words say", () => {
    expect(read("已审结行政复议134件。", suqian2024)).toEqual(["agreed 0 行政复议（不含尚未审结）"]);
  });
  it("results belong to the block spoken of before them", () => {
    expect(read("行政复议170件，其中维持88件、纠正18件、其他结果28件、尚未审结36件。", suqian2024)).toEqual([
      "agreed 0 行政复议总计",
      "agreed 0 行政复议·结果维持",
      "agreed 0 行政复议·结果纠正",
      "agreed 0 行政复议·其他结果",
      "agreed 0 行政复议·尚未审结",
    ]);
  });
  it("直接起诉 and 复议后起诉 are two blocks, 诉讼 is both", () => {
    expect(read("未经复议直接起诉25件，复议后起诉52件，行政诉讼共77件。", suqian2024)).toEqual([
      "agreed 0 行政诉讼（未经复议直接起诉）总计",
      "agreed 0 行政诉讼（复议后起诉）总计",
      "agreed 0 行政诉讼总计",
    ]);
  });
  it("纠错率 names the denominator that fits (荣昌 2024: 2/10 = 20%, 2/4 = 50%)", () => {
    const report = withCells(tongnan, {
      "t4.reconsideration.upheld": "2",
      "t4.reconsideration.corrected": "2",
      "t4.reconsideration.pending": "6",
      "t4.reconsideration.total": "10",
    });
    expect(read("行政复议10件，纠错率20%。", report)[1]).toContain("÷行政复议总计（2/10）");
    expect(read("行政复议10件，纠错率50%。", report)[1]).toContain("÷行政复议（不含尚未审结）（2/4）");
    expect(read("行政复议10件，纠错率30%。", report)[1]).toContain("differing 10");
  });
});

describe("规范性文件, 许可, 处罚, 强制, 收费", () => {
  it("制发, 废止 and 现行有效 are the columns of table 二, and a bare verb keeps the row", () => {
    expect(read("制发行政规范性文件62件，废止33件，现行有效440件。", pingtan2024)).toEqual([
      "agreed 0 规范性文件·制发",
      "agreed 0 规范性文件·废止",
      "agreed 0 规范性文件·现行有效",
    ]);
  });
  it("现行有效 that fits only without this year's documents leaves the 口径 open (平潭 2023: 393 + 77 = 470)", () => {
    expect(read("现行有效行政规范性文件393件。", pingtan2023)).toEqual([
      "ambiguous 0 规范性文件·现行有效（不含本年制发）",
    ]);
  });
  it("decisions are compared, published items about them are not", () => {
    expect(read("作出行政许可4529件、行政处罚1100件、行政强制65件，公开行政许可信息40条。", pingtan2024)).toEqual([
      "agreed 0 行政许可·处理决定",
      "agreed 0 行政处罚·处理决定",
      "agreed 0 行政强制·处理决定",
      "unrelated -",
    ]);
  });
  it("fees are compared in 万元 at the digits that were written", () => {
    expect(read("行政事业性收费18651.06万元。", pingtan2024)).toEqual(["agreed 0 行政事业性收费（万元）"]);
    expect(read("行政事业性收费1.87亿元。", pingtan2024)).toEqual(["agreed 0 行政事业性收费（万元）"]);
    expect(read("收取信息处理费2950元。", pingtan2024)).toEqual(["unrelated -"]);
  });
  it("a dash in the table makes nothing to compare", () => {
    expect(read("行政事业性收费12万元。", tongnan)).toEqual(["notAssessable - 行政事业性收费（万元）"]);
  });
  it("余 reaches to the next step of its last digit", () => {
    expect(read("作出行政许可4500余件。", pingtan2024)).toEqual(["agreed -29 行政许可·处理决定"]);
    expect(read("作出行政许可4600余件。", pingtan2024)[0]).toContain("differing");
  });
});

describe("rates", () => {
  it("办结率 counts the carry-over: 100% is wrong with one case carried forward", () => {
    expect(read("受理政府信息公开申请24件，办结率100%。", tongnan)[1]).toBe(
      "differing 4.2 办结率＝办理结果总计÷（新收＋上年结转）（23/24）",
    );
  });
  it("100% says all: 218 of 219 is not, though it rounds to it", () => {
    const report = withCells(pingtan2024, { "t3.newReceived.total": "219", "t3.carriedForward.total": "1" });
    expect(read("受理政府信息公开申请219件，办结率100%。", report)[1]).toContain("differing 0.5");
    expect(read("受理政府信息公开申请219件，办结率99.5%。", report)[1]).toContain("agreed 0");
  });
  it("按期答复率 cannot be told from table 三", () => {
    expect(read("受理政府信息公开申请24件，按期答复率100%。", tongnan)[1]).toContain("notAssessable");
  });
  it("办结率 of something else is none of the tables'", () => {
    expect(read("收到群众诉求348件，办结率100%。", tongnan)).toEqual(["unrelated -", "unrelated -"]);
  });
  it("占 is the share of the number before it, rounded half up", () => {
    expect(read("办结申请81件，其中不予公开5件，占6.17%。", pingtan2023)[2]).toBe(
      "agreed 0 占办理结果总计的比例（5/81）",
    );
    expect(read("办结申请81件，其中不予公开5件，占6.2%。", pingtan2023)[2]).toContain("agreed");
    expect(read("办结申请81件，其中不予公开5件，占6.3%。", pingtan2023)[2]).toContain("differing 0.1");
  });
});

describe("同比", () => {
  it("compares sign and size with last year's table", () => {
    expect(read("收到政府信息公开申请218件，同比增长169.1%。", pingtan2024, pingtan2023)[1]).toBe(
      "agreed 0 新收同比（81→218）",
    );
  });
  it("a wrong sign differs by the whole way (潼南区 2025 called −7.0% +6.4%)", () => {
    expect(read("收到政府信息公开申请218件，同比下降169.1%。", pingtan2024, pingtan2023)[1]).toContain(
      "differing -338.2",
    );
  });
  it("may be a count", () => {
    expect(read("收到政府信息公开申请218件，同比增加137件。", pingtan2024, pingtan2023)[1]).toBe(
      "agreed 0 新收同比（81→218）",
    );
  });
  it("cannot be told without the report of the year before", () => {
    expect(read("申请数量较去年回落12.3%。", pingtan2024)[0]).toContain("notAssessable");
    expect(read("申请数量较去年回落12.3%。", pingtan2024, pingtan2022)[0]).toContain("notAssessable");
  });
});

describe("what no table counts", () => {
  it.each([
    "全年协助答复政府信息公开申请64件。",
    "开展2次依申请公开模拟检查，涉及106家单位。",
    "其中网络申请5件、信函申请4件。",
    "政府信息公开申请延期答复3件。",
    "发布政策解读75篇。",
  ])("%s", (text) => {
    expect(new Set(read(text, tongnan))).toEqual(new Set(["unrelated -"]));
  });

  it("a title in 《》 counts nothing", () => {
    expect(read("印发《规范性文件管理办法》2件。", tongnan)).toEqual(["unrelated -"]);
  });

  it("numbers of pasted tables are left out and counted", () => {
    const check = checkReportText(reportText("tongnan-office-2024"), tongnan);
    expect(check.tables?.numbers).toBeGreaterThan(190);
    expect(check.findings.every((finding) => finding.verdict !== "differing")).toBe(true);
  });
});

describe("sums of the text", () => {
  const sums = (text: string) => checkReportText(text, tongnan).sums.map((sum) => `${sum.verdict} ${sum.difference}`);
  it.each([
    ["共31件，其中甲20件、乙11件。", "agreed 0"],
    ["共30件，其中甲20件、乙11件。", "differing 1"],
    ["公开18601条（其中概况152条、动态3235条、目录15196条）。", "ambiguous -18"],
    ["152+3235+15196=18583。", "agreed 0"],
    ["152+3235+15196=18601。", "differing -18"],
  ])("%s", (text, expected) => {
    expect(sums(text)).toEqual([expected]);
  });
  it("a selection after 其中 is no sum", () => {
    expect(sums("公开18601条，其中概况152条、动态3235条。")).toEqual([]);
  });
});

it("reads a text of many pages", () => {
  const text = "全年受理政府信息公开申请24件，办结23件，1件结转下年度。\n".repeat(300);
  const verdicts = checkReportText(text, tongnan).findings.map((finding) => finding.verdict);
  expect(verdicts).toEqual(Array(900).fill("agreed"));
});
