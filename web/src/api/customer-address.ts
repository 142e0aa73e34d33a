/** A customer's code as one part of an address: no slash, no dots that lead elsewhere, no word that names something else. */

const escaped = (character: string) => `~${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** Write a code so that any can stand in a path; usual ones stay as they are. The API reads it. */
export function writtenCode(code: string): string {
  const safe = code.replace(/[~/\\%]/g, escaped);
  return /^(\.{1,2}|[a-z_-]+)$/.test(safe) ? escaped(safe) + safe.slice(1) : safe;
}

/** Read the code that a part of an address stands for. */
export function readCode(part: string): string {
  return part.replace(/~([2-7][0-9A-F])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The address of a customer's page. */
export function customerPath(code: string): string {
  return `/customers/${encodeURIComponent(writtenCode(code))}`;
}
