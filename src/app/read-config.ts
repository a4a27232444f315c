import { z } from "zod";

const configSchema = z.object({ apiBase: z.string().default("") });
export type Config = z.infer<typeof configSchema>;

/** Same origin. */
const DEFAULT_CONFIG: Config = { apiBase: "" };

/**
 * config.json beside index.html names the API, so that one build serves any office. Without the file, or with one that
 * cannot be read, the API is where the page came from; a wrong address is named by the first panel that asks it.
 */
export async function readConfig(address: string, load: typeof fetch = fetch): Promise<Config> {
  try {
    const response = await load(address, { cache: "no-cache" });
    if (!response.ok) return DEFAULT_CONFIG;
    return configSchema.safeParse(await response.json()).data ?? DEFAULT_CONFIG;
  } catch {
    return DEFAULT_CONFIG;
  }
}
