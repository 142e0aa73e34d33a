/**
 * Write src/api/schema.d.ts from the back end's own description of its API.
 * `npm run types` asks the code (PYTHON or the repository's environment); `npm run types -- FILE` reads a file.
 * The first line holds the digest of what it was made from: tests/web_front compares it without Node.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapi, { astToString } from "openapi-typescript";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const python = process.env.PYTHON ?? `${repository}.venv/bin/python`;
const [file] = process.argv.slice(2);
const text = file
  ? readFileSync(file, "utf8")
  : execFileSync(python, ["-m", "kedun.web.openapi"], {
      cwd: repository,
      env: { ...process.env, PYTHONPATH: `${repository}src` },
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
const document = JSON.parse(text);

const digest = createHash("sha256").update(text).digest("hex");
const types = astToString(await openapi(document, { alphabetize: true }));
const target = new URL("../src/api/schema.d.ts", import.meta.url);
writeFileSync(
  target,
  `// Written by \`npm run types\` from the API's description, sha256 ${digest}. Do not edit.\n${types}`,
);
console.log(`${Object.keys(document.paths).length} paths`);
