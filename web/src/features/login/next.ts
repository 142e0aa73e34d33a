const HERE = "http://here.invalid";

/** Where to go after the log-in: an address of this application and of no other, read as a browser reads it. */
export function safeNext(next: string | null): string {
  const place = next?.startsWith("/") && URL.canParse(next, HERE) ? new URL(next, HERE) : null;
  if (place?.origin !== HERE || /^\/(\/|login)/.test(place.pathname)) return "/workbench";
  return place.pathname + place.search + place.hash;
}
