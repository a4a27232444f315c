import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { browserArgs, findBrowser, isRoot } from "./find-browser.ts";

const WHAT_TO_INSTALL =
  "Install Chrome, Edge or Chromium and a Chinese font, then run again: `npx playwright install chromium`, " +
  "on Debian or Ubuntu `sudo apt-get install chromium fonts-noto-cjk`; or name a browser in CHROMIUM_PATH.";

export function say(line: string): void {
  process.stdout.write(`[e2e] ${line}\n`);
}

/** Runs a command without showing its chatter; the last lines appear only when it fails. */
function succeeds(command: string, args: string[], limitMs: number): boolean {
  const result = spawnSync(command, args, {
    encoding: "utf8",
    timeout: limitMs,
    shell: process.platform === "win32",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (result.status === 0) return true;
  say(`${[command, ...args].join(" ")} failed: ${`${result.stdout}${result.stderr}`.trim().split("\n").at(-1) ?? ""}`);
  return false;
}

function canUseApt(): boolean {
  return isRoot() && existsSync("/usr/bin/apt-get");
}

export function installByApt(...packages: string[]): boolean {
  if (!canUseApt()) return false;
  say(`installing ${packages.join(", ")} with apt-get`);
  succeeds("apt-get", ["update"], 300_000);
  return succeeds("apt-get", ["install", "-y", "--no-install-recommends", ...packages], 900_000);
}

function installByPlaywright(): boolean {
  say("no browser found; trying `npx playwright install chromium`");
  return succeeds("npx", ["playwright", "install", "chromium"], 600_000);
}

/** Without a Chinese font every character is the same box, and tests of pictures mean nothing. */
async function drawsChinese(executablePath: string): Promise<boolean> {
  const browser = await chromium.launch({ executablePath, args: browserArgs() });
  try {
    const page = await browser.newPage();
    return await page.evaluate(() => {
      const draw = (character: string) => {
        const canvas = document.createElement("canvas");
        canvas.width = 40;
        canvas.height = 40;
        const context = canvas.getContext("2d");
        if (context === null) return "";
        context.font = "32px sans-serif";
        context.fillText(character, 2, 34);
        return canvas.toDataURL();
      };
      return draw("汉") !== draw("字");
    });
  } finally {
    await browser.close();
  }
}

/** Path of a browser that starts and draws Chinese; installs what is missing where it may. */
export async function prepareBrowser(): Promise<string> {
  if (findBrowser() === null && !installByPlaywright()) installByApt("chromium", "fonts-noto-cjk");
  const path = findBrowser();
  if (path === null) throw new Error(`No browser for the tests. ${WHAT_TO_INSTALL}`);
  say(`browser: ${path}`);
  if (!(await drawsChinese(path))) {
    if (!installByApt("fonts-noto-cjk") || !(await drawsChinese(path)))
      throw new Error(`The browser draws 汉 and 字 alike: no Chinese font. ${WHAT_TO_INSTALL}`);
  }
  say("Chinese font: yes");
  return path;
}
