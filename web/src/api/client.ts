/** The one way to the back end: same origin, session cookie, CSRF, the language of the screen, problems as errors. */
import createClient, { type Middleware } from "openapi-fetch";
import { currentLanguage } from "@/i18n/language";
import { problemOf } from "./problem";
import type { paths } from "./schema";

export const API = "/api/v1";
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

export function csrfToken(): string {
  return /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";
}

/** A key no two sends share; `crypto.randomUUID` needs HTTPS, which a small office may not have. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

let whenSignedOut: () => void = () => {};

/** Tell whoever keeps the session that the server no longer knows it. */
export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener;
}

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", currentLanguage());
    if (!SAFE.has(request.method)) request.headers.set("X-CSRFToken", csrfToken());
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return undefined;
    if (response.status === 401) whenSignedOut();
    throw problemOf(response, await response.json().catch(() => null));
  },
};

export const client = createClient<paths>({
  baseUrl: "",
  querySerializer: { array: { style: "form", explode: true } },
});
client.use(manners);
