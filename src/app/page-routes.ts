import type { ComponentType } from "react";
import type { SourceTopic } from "#domain/source.ts";
import type { IconName } from "#ui/icons.tsx";

/** One page: its line in the navigation, its head and its code. */
export interface PageRoute {
  path: string;
  /** What may stand after the path, such as the id of a unit. */
  below?: string;
  title: string;
  /** Pinyin initials of the title, for 查找. */
  initials: string;
  /** The one question that the page answers. */
  question: string;
  icon: IconName;
  group: "督查" | "年度与成果" | "管理";
  /** Sources whose age the head shows; the other sources are one click away. */
  topics: readonly SourceTopic[];
  /** Its line in the navigation and its tab carry the number of overdue cases. */
  countsOverdue?: boolean;
  load: () => Promise<{ Component: ComponentType }>;
}

/** A new page is one entry here; navigation, head and document title follow. */
export const PAGE_ROUTES: readonly PageRoute[] = [
  {
    path: "/",
    title: "总览",
    initials: "zl",
    question: "眼下要办什么、总体怎么样",
    icon: "overview",
    group: "督查",
    topics: ["inspections", "rectifications"],
    load: async () => {
      const page = await import("#features/overview/overview-page.tsx");
      return { Component: page.OverviewPage };
    },
  },
  {
    path: "/inspections",
    title: "季度检查",
    initials: "jdjc",
    question: "本季度检查情况，比上季、比去年如何",
    icon: "inspections",
    group: "督查",
    topics: ["inspections"],
    load: async () => {
      const page = await import("#features/inspection-results/inspection-results-page.tsx");
      return { Component: page.InspectionResultsPage };
    },
  },
  {
    path: "/deductions",
    title: "单位扣分",
    initials: "dwkf",
    question: "谁扣了分、扣在哪项、落在哪一档",
    icon: "deductions",
    group: "督查",
    topics: ["inspections"],
    load: async () => {
      const page = await import("#features/deduction-ranking/deduction-ranking-page.tsx");
      return { Component: page.DeductionRankingPage };
    },
  },
  {
    path: "/rectifications",
    title: "错误整改",
    initials: "cwzg",
    question: "什么快到期、谁超了、什么没过复核",
    icon: "rectifications",
    group: "督查",
    topics: ["rectifications"],
    countsOverdue: true,
    load: async () => {
      const page = await import("#features/rectification-deadlines/rectification-deadlines-page.tsx");
      return { Component: page.RectificationDeadlinesPage };
    },
  },
  {
    path: "/applications",
    title: "依申请公开",
    initials: "ysqgk",
    question: "申请去了哪里、是否按期",
    icon: "applications",
    group: "督查",
    topics: ["applications", "annualReports"],
    load: async () => {
      const page = await import("#features/application-outcomes/application-outcomes-page.tsx");
      return { Component: page.ApplicationOutcomesPage };
    },
  },
  {
    path: "/units",
    below: ":unitId",
    title: "单位画像",
    initials: "dwhx",
    question: "一家单位的全部情况，一页纸",
    icon: "unit",
    group: "年度与成果",
    topics: ["inspections", "rectifications"],
    load: async () => {
      const page = await import("#features/unit-profile/unit-profile-page.tsx");
      return { Component: page.UnitProfilePage };
    },
  },
  {
    path: "/annual-report",
    title: "年度报告",
    initials: "ndbg",
    question: "表二、表三、表四平不平",
    icon: "annualReport",
    group: "年度与成果",
    topics: ["annualReports"],
    load: async () => {
      const page = await import("#features/annual-report/annual-report-page.tsx");
      return { Component: page.AnnualReportPage };
    },
  },
  {
    path: "/what-if",
    title: "推演",
    initials: "ty",
    question: "规则改一改，谁换档、谁临界",
    icon: "whatIf",
    group: "管理",
    topics: ["inspections", "schemes"],
    load: async () => {
      const page = await import("#features/scheme-what-if/scheme-what-if-page.tsx");
      return { Component: page.SchemeWhatIfPage };
    },
  },
  {
    path: "/rules",
    title: "口径与规则",
    initials: "kjygz",
    question: "数字怎么算、按哪一版",
    icon: "rules",
    group: "管理",
    topics: ["schemes"],
    load: async () => {
      const page = await import("#features/rules/rules-page.tsx");
      return { Component: page.RulesPage };
    },
  },
];

/** The page at an address, also below its path; undefined for an address of no page. */
export function pageAt(pathname: string): PageRoute | undefined {
  const path = pathname.replace(/(?<=.)\/+$/, "");
  return PAGE_ROUTES.find(
    (page) => page.path === path || (page.below !== undefined && path.startsWith(`${page.path}/`)),
  );
}

export const PRODUCT_NAME = "政务公开督查看板";
