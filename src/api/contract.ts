import { applicationContract } from "./application-contract.ts";
import { caseContract } from "./case-contract.ts";
import { draftContract, draftWrites } from "./draft-contract.ts";
import { findingContract, findingWrites } from "./finding-contract.ts";
import { publicationContract, publicationWrites } from "./publication-contract.ts";
import { rectificationContract, rectificationWrites } from "./rectification-contract.ts";
import { registerContract } from "./register-contract.ts";
import { reportContract, reportWrites } from "./report-contract.ts";
import { sourceContract } from "./source-contract.ts";

/** The whole table, for whoever answers. A page imports the parts that it asks, so that it loads no others. */
export const contract = {
  ...registerContract,
  ...findingContract,
  ...sourceContract,
  ...reportContract,
  ...draftContract,
  ...caseContract,
  ...rectificationContract,
  ...publicationContract,
  ...applicationContract,
};
export type Contract = typeof contract;
export type EndpointName = keyof Contract;

/** Everything that may be written. */
export const writes = {
  ...rectificationWrites,
  ...publicationWrites,
  ...findingWrites,
  ...reportWrites,
  ...draftWrites,
};
export type Writes = typeof writes;
export type WriteName = keyof Writes;
