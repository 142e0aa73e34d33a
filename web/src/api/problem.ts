/** What the API says when it refuses, and what the browser says when nothing answers: one error for every page. */

export interface FieldProblem {
  field: string;
  message: string;
}

interface ProblemDocument {
  code?: string;
  message?: string;
  params?: Record<string, unknown>;
  fields?: FieldProblem[];
  id?: string;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly fields: FieldProblem[];
  readonly id: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(status: number, document: ProblemDocument, retryAfter?: number) {
    super(document.message ?? "");
    this.name = "Problem";
    this.status = status;
    this.code = document.code ?? (status ? `http_${status}` : "offline");
    this.params = document.params ?? {};
    this.fields = document.fields ?? [];
    this.id = document.id;
    this.retryAfter = retryAfter;
  }
}

/** The problem in a refused answer, whatever its body is. */
export function problemOf(response: Response, body: unknown): Problem {
  const document = typeof body === "object" && body !== null ? (body as ProblemDocument) : {};
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return new Problem(response.status, document, Number.isFinite(seconds) ? seconds : undefined);
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, { code: error instanceof TypeError ? "offline" : "broken_page" });
}

/** What an administrator is told when the fault is ours; a refusal explains itself. */
export function codeOf({ status, code, id }: Problem): string {
  return status === 0 || status >= 500 ? [code, id].filter(Boolean).join(" · ") : "";
}

/** Whether asking again may help: nobody answered, or the server stumbled. */
export function isTransient(error: unknown): boolean {
  const { status } = asProblem(error);
  return status === 0 || status === 503 || status >= 500;
}
