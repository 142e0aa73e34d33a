/** No word of the screen outside the catalogues, and both catalogues complete: the same keys, the same parameters. */
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../", import.meta.url));
const CJK = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/;
const WORD = /\p{L}{2,}/u;
const SPOKEN =
  /^(title|label|placeholder|alt|words|note|confirm|than|legend|okText|cancelText|description|message|hint|aria-(label|description|roledescription|valuetext))$/;
const faults = [];

function inspect(path) {
  const text = readFileSync(root + path, "utf8");
  const source = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const fault = (node, why) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    faults.push(`${path}:${line + 1} ${why}: ${node.getText(source).trim().slice(0, 80)}`);
  };
  const visit = (node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isJsxText(node);
    if (isText && CJK.test(node.getText(source))) fault(node, "Chinese in code");
    else if (ts.isJsxText(node) && WORD.test(node.text) && !isKey(node.parent, source)) fault(node, "text in code");
    else if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText(source)) && isLiteralWord(node.initializer))
      fault(node, "attribute in code");
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && isLiteralWord(node.expression))
      fault(node, "text in code");
    ts.forEachChild(node, visit);
  };
  visit(source);
}

function isKey(parent, source) {
  return ts.isJsxElement(parent) && parent.openingElement.tagName.getText(source) === "kbd";
}

function isLiteralWord(node) {
  if (!node) return false;
  if (ts.isJsxExpression(node)) return isLiteralWord(node.expression);
  if (ts.isConditionalExpression(node)) return isLiteralWord(node.whenTrue) || isLiteralWord(node.whenFalse);
  return ts.isStringLiteralLike(node) && WORD.test(node.text);
}

function flat(value, path = "") {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => flat(each, path ? `${path}.${key}` : key));
}

/** One name for the plural forms of a key: English has two, Chinese one. */
const singular = (key) => key.replace(/_(zero|one|two|few|many|other)$/, "");
const parameters = (text) => [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].sort().join();

function compare(name) {
  const [zh, en] = ["zh-CN", "en"].map(
    (language) => new Map(flat(JSON.parse(readFileSync(`${root}src/i18n/${language}/${name}`, "utf8")))),
  );
  const keys = (catalogue) => new Set([...catalogue.keys()].map(singular));
  for (const key of keys(zh)) if (!keys(en).has(key)) faults.push(`en/${name}: ${key} is missing`);
  for (const key of keys(en)) if (!keys(zh).has(key)) faults.push(`zh-CN/${name}: ${key} is missing`);
  for (const [key, text] of zh) {
    const other = en.get(key) ?? en.get(`${singular(key)}_other`) ?? en.get(singular(key));
    if (other !== undefined && parameters(text) !== parameters(other))
      faults.push(`${name}: ${key} has other parameters`);
  }
  for (const [key, text] of en)
    if (CJK.test(text) && !key.startsWith("language.")) faults.push(`en/${name}: ${key} is Chinese`);
  for (const [key, text] of [...zh, ...en]) if (!text.trim()) faults.push(`${name}: ${key} is empty`);
}

for (const path of globSync("src/**/*.{ts,tsx}", { cwd: root }))
  if (!/\.(test\.tsx?|d\.ts)$/.test(path) && basename(path) !== "operations.ts") inspect(path);
const catalogues = new Set(globSync("src/i18n/*/*.json", { cwd: root }).map((path) => basename(path)));
for (const name of catalogues) compare(name);
for (const fault of faults) console.error(fault);
console.log(faults.length ? `${faults.length} faults` : "every word stands in both catalogues");
process.exit(faults.length ? 1 : 0);
