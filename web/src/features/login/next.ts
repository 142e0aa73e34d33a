/** Where to go after the log-in: an address of this application and of no other. */
export function safeNext(next: string | null): string {
  return next?.startsWith("/") && !/^\/[/\\]/.test(next) && !next.startsWith("/login") ? next : "/workbench";
}
