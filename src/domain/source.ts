import { z } from "zod";

/** What a source feeds. Each has its own age on the page. */
export const sourceTopicSchema = z.enum([
  "units",
  "schemes",
  "inspections",
  "annualReports",
  "rectifications",
  "applications",
]);
export type SourceTopic = z.infer<typeof sourceTopicSchema>;
export const SOURCE_TOPIC_LABEL = {
  units: "单位名册",
  schemes: "考核方案",
  inspections: "季度检查台账",
  annualReports: "年度报告",
  rectifications: "错误整改台账",
  applications: "依申请公开台账",
} satisfies Record<SourceTopic, string>;

/** Where the figures of a topic come from, and how old they are. */
export const sourceSchema = z
  .object({
    topic: sourceTopicSchema,
    name: z.string().min(1).meta({ description: "File name or system the data came from" }),
    asOf: z.iso.datetime().meta({ description: "Moment up to which the data is complete" }),
    importedAt: z.iso.datetime(),
    rows: z.int().min(0),
    demo: z.boolean().meta({ description: "True for the invented demonstration district" }),
  })
  .meta({ id: "Source" });
export type Source = z.infer<typeof sourceSchema>;
