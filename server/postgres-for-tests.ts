import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";

interface TestPostgres {
  url: string;
  stop: () => void;
}

const DEBIAN_BINARIES = "/usr/lib/postgresql";

/**
 * `TEST_DATABASE_URL` if set, else a throwaway cluster of the PostgreSQL on this machine, else undefined:
 * said loudly, because then a third of the store specification is not tested.
 */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const url = process.env["TEST_DATABASE_URL"];
  if (url !== undefined) return { url, stop: () => undefined };
  const binaries = findBinaries();
  if (binaries === undefined) return withoutPostgres("PostgreSQL not found");
  try {
    return startCluster(binaries, await freePort());
  } catch (error) {
    return withoutPostgres(`PostgreSQL did not start (${String(error)})`);
  }
}

function withoutPostgres(reason: string): undefined {
  console.warn(`${reason}: the third store is NOT tested (install postgresql, or set TEST_DATABASE_URL)`);
}

function findBinaries(): string | undefined {
  const debian = existsSync(DEBIAN_BINARIES)
    ? readdirSync(DEBIAN_BINARIES)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => `${DEBIAN_BINARIES}/${version}/bin`)
    : [];
  const onPath = (process.env["PATH"] ?? "").split(":").filter((folder) => folder !== "");
  return [...debian, ...onPath].find((folder) => existsSync(`${folder}/initdb`) && existsSync(`${folder}/pg_ctl`));
}

function startCluster(binaries: string, port: number): TestPostgres {
  const folder = runAsPostgres("mktemp", ["-d", "/tmp/store-test-postgres.XXXXXX"]).trim();
  const data = `${folder}/data`;
  runAsPostgres(`${binaries}/initdb`, ["-D", data, "-A", "trust", "-U", "test", "-E", "UTF8", "--no-locale", "-N"]);
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  runAsPostgres(`${binaries}/pg_ctl`, ["-D", data, "-w", "-l", `${folder}/log`, "-o", options, "start"]);
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    stop: () => {
      runAsPostgres(`${binaries}/pg_ctl`, ["-D", data, "-w", "-m", "immediate", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root, and its user may not enter the folder of this repository. */
function runAsPostgres(command: string, args: readonly string[]): string {
  const isRoot = process.getuid?.() === 0;
  const [file, all] = isRoot ? ["runuser", ["-u", "postgres", "--", command, ...args]] : [command, args];
  return execFileSync(file, all, { cwd: "/", encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
