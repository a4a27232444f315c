import { writeFile } from "node:fs/promises";
import { describeContract } from "#api/openapi.ts";

/** `npm run openapi`, at the root of the repository: the contract as a file for outside consumers. */
await writeFile("server/openapi.json", `${JSON.stringify(describeContract(), null, 2)}\n`);
