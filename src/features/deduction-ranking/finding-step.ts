const PREFIX = "finding.";

/** One finding is looked into like a step of the score; the address says which. */
export function stepOfFinding(id: string): string {
  return `${PREFIX}${id}`;
}

/** null for a step of the waterfall, and for none. */
export function findingOfStep(step: string | null): string | null {
  return step?.startsWith(PREFIX) ? step.slice(PREFIX.length) : null;
}
