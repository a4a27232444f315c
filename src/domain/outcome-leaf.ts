/*
 * The keys of table 三 without their printed wording: the contract needs the keys, only the pages that print the form
 * need the words.
 */

/** The 21 outcome rows of table 三 in legal order; each is a row key of the table. */
export const OUTCOME_LEAVES = [
  "granted",
  "partiallyGranted",
  "refused.stateSecret",
  "refused.prohibitedByLaw",
  "refused.securityStability",
  "refused.thirdPartyRights",
  "refused.internalAffairs",
  "refused.deliberative",
  "refused.enforcementFile",
  "refused.administrativeInquiry",
  "unavailable.notHeld",
  "unavailable.requiresCreation",
  "unavailable.stillUnclear",
  "notProcessed.petition",
  "notProcessed.duplicate",
  "notProcessed.publication",
  "notProcessed.excessive",
  "notProcessed.reconfirm",
  "other.correctionOverdue",
  "other.feeUnpaid",
  "other.misc",
] as const;
export type OutcomeLeaf = (typeof OUTCOME_LEAVES)[number];

/** The six kinds of applicant, in the order of the columns of table 三. */
export const APPLICANT_KINDS = [
  "naturalPerson",
  "commercial",
  "research",
  "publicWelfare",
  "legalService",
  "otherOrg",
] as const;
