import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const system = "/usr/bin/chromium";

/** WebGL in software: the map is drawn without a graphics card. */
const flags = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

/** The Chromium inside the npm package, with the libraries that it brings along. */
async function packaged(): Promise<string> {
  // The package unpacks its own libraries only where it takes the machine for a bare one.
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs20.x";
  const { default: sparticuz } = await import("@sparticuz/chromium");
  return sparticuz.executablePath();
}

/** CHROMIUM_PATH, else the system's Chromium, else the packaged one; "packaged" asks for that. */
async function browserPath(): Promise<string> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "packaged") return named;
  if (named === undefined && existsSync(system)) return system;
  return packaged();
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), args: flags });
}
