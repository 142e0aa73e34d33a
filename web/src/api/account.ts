/** Log-in, second factor, passwords and sessions: allauth's headless browser API. It answers refusals with flows to follow. */
import { currentLanguage } from "@/i18n/language";
import { csrfToken } from "./client";
import { type FieldProblem, Problem } from "./problem";

const ROOT = "/_allauth/browser/v1";

export interface Flow {
  id: string;
  is_pending?: boolean;
  types?: string[];
}
export interface AccountAnswer<T = unknown> {
  status: number;
  data: T;
  meta?: { is_authenticated?: boolean; [key: string]: unknown };
}
interface RefusedAnswer {
  data?: { flows?: Flow[] };
  errors?: { message: string; code: string; param?: string }[];
  meta?: Record<string, unknown>;
}
type Method = "GET" | "POST" | "PUT" | "DELETE";

/** What allauth wants first: another step of the log-in, or the password once more. */
export class NextStep extends Error {
  readonly flows: Flow[];

  constructor(flows: Flow[]) {
    super("next step");
    this.flows = flows;
  }

  wants(id: string): boolean {
    return this.flows.some((flow) => flow.id === id && (flow.is_pending ?? true));
  }
}

let hasToken: Promise<unknown> | undefined;

/** The CSRF cookie comes with the first answer; a write asks for it when there is none yet. */
async function ensureToken(): Promise<void> {
  if (csrfToken()) return;
  hasToken ??= fetch(`${ROOT}/config`, { credentials: "same-origin" });
  await hasToken;
}

export async function account<T = unknown>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<AccountAnswer<T>> {
  if (method !== "GET") await ensureToken();
  const response = await fetch(ROOT + path, {
    method,
    credentials: "same-origin",
    headers: {
      Accept: "application/json",
      "Accept-Language": currentLanguage(),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(method === "GET" ? {} : { "X-CSRFToken": csrfToken() }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new Problem(0, { code: "offline" });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return (answer ?? { status: response.status, data: null }) as AccountAnswer<T>;
  throw refused(response, answer as (RefusedAnswer & { code?: string; message?: string }) | null);
}

function refused(response: Response, answer: (RefusedAnswer & { code?: string; message?: string }) | null): Error {
  if (response.status === 401 && answer?.data?.flows) return new NextStep(answer.data.flows);
  const [first] = answer?.errors ?? [];
  const fields: FieldProblem[] = (answer?.errors ?? []).flatMap((error) =>
    error.param ? [{ field: error.param, message: error.message }] : [],
  );
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return new Problem(
    response.status,
    {
      code: first?.code ?? answer?.code,
      message: first?.message ?? answer?.message,
      fields,
      params: answer?.meta ?? {},
    },
    Number.isFinite(seconds) ? seconds : undefined,
  );
}

/** `null`: signed in. Otherwise the step that is still wanted. */
export async function logIn(email: string, password: string): Promise<NextStep | null> {
  return step(account("POST", "/auth/login", { email, password }));
}

export async function giveCode(code: string): Promise<NextStep | null> {
  return step(account("POST", "/auth/2fa/authenticate", { code }));
}

async function step(asked: Promise<unknown>): Promise<NextStep | null> {
  try {
    await asked;
    return null;
  } catch (error) {
    if (error instanceof NextStep) return error;
    throw error;
  }
}

/** allauth answers a log-out with 401, for nobody is signed in any more. */
export async function logOut(): Promise<void> {
  await step(account("DELETE", "/auth/session"));
}

export const askForReset = (email: string) => account("POST", "/auth/password/request", { email });

/** After setting the password allauth answers 401 unless it signs the person in at once; both are success. */
export const setPassword = (key: string, password: string) =>
  step(account("POST", "/auth/password/reset", { key, password }));
