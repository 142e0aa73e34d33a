/** What a browser must fetch, compressed: the shell and each page on top of it, held to the limits of the house. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const SHELL_KIB = 260;
const PAGE_KIB = 400;
const aside = process.env.KEDUN_WEB_DIST; // where build_web.py lets a build go before it is put in place
const dist = aside ? pathToFileURL(`${aside}/`) : new URL("../../src/kedun/web_dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("bundle.json", dist), "utf8"));

const sizes = new Map();
function kib(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1024);
  return sizes.get(file);
}

/** Every file that loading an entry brings with it, without what it only fetches later. */
function files(entry, seen = new Set(), found = new Set()) {
  if (seen.has(entry)) return found;
  seen.add(entry);
  const { file, css = [], imports = [] } = manifest[entry];
  for (const each of [file, ...css]) found.add(each);
  for (const each of imports) files(each, seen, found);
  return found;
}

const total = (names) => [...names].reduce((sum, name) => sum + kib(name), 0);
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
// One language is fetched at the start.
const shell = new Set([...files(entry), ...files("src/i18n/zh-CN/common.json")]);
const rows = [["shell", total(shell), SHELL_KIB]];
for (const [key, { isDynamicEntry }] of Object.entries(manifest)) {
  if (!isDynamicEntry || !/^src\/(features|ui)\//.test(key)) continue;
  rows.push([key.replace(/^src\//, ""), total([...files(key)].filter((name) => !shell.has(name))), PAGE_KIB]);
}

let isOver = false;
for (const [name, size, limit] of rows.sort((a, b) => b[1] - a[1])) {
  isOver ||= size > limit;
  console.log(`${size.toFixed(1).padStart(8)} KiB gz  ${name}${size > limit ? `  OVER ${limit} KiB` : ""}`);
}
process.exit(isOver ? 1 : 0);
