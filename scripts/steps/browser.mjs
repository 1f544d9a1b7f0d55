import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";
import { Stop } from "./step.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe", "msedge.exe"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (error) {
    if (["ENOENT", "EACCES", "ENOTDIR"].includes(error.code)) return false;
    throw error;
  }
};

/** The first of `names` that is a program on the path, or null. */
export function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram) ?? null;
}

const starts = async (file) => (await run(file, ["--version"])).code === 0;

/** The path of a Chromium or Chrome that is on this machine, or null. `KEYATLAS_BROWSER` names another. */
export function presentBrowser() {
  return process.env.KEYATLAS_BROWSER || (onPath(NAMES) ?? PLACES.find((place) => existsSync(place)) ?? null);
}

async function playwrights() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  if (!existsSync(file)) await run("playwright", ["install", "chromium"]);
  return existsSync(file) && (await starts(file)) ? file : null;
}

/** Installs Debian packages, as root. Resolves with null when it worked, else with the last lines of what went wrong. */
export async function aptInstall(...packages) {
  if (!onPath(["apt-get"])) return "this system has no apt-get";
  if (process.getuid?.() !== 0) return "only root may install packages";
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  const { code, output } = await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env });
  return code === 0 ? null : output.trim().split("\n").slice(-5).join("\n");
}

/** The path of a Chromium to test with: one that is here, else Playwright's own, else the system's package. */
export async function findBrowser() {
  const found = presentBrowser() ?? (await playwrights());
  if (found) return found;
  const failure = await aptInstall("chromium");
  const installed = presentBrowser();
  if (!installed)
    throw new Stop(
      "The end-to-end tests need a Chromium or Chrome, and none could be installed. Install one, or set KEYATLAS_BROWSER to its path.",
      failure ?? "",
    );
  return installed;
}
