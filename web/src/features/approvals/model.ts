/** The boxes of requests, and what somebody may do with one. */
import { customerPath } from "@/api/customer-address";
import type { components } from "@/api/schema";

export type Line = components["schemas"]["ApprovalLine"];
export type Approval = components["schemas"]["ApprovalDocument"];

export const BOXES = ["mine", "made", "decided", "deputies"] as const;
export type Box = (typeof BOXES)[number];

export const boxOf = (text: string | null): Box => BOXES.find((box) => box === text) ?? "mine";

/** What the list asks the server for. */
export const queryOf = (box: Exclude<Box, "deputies">): { only: string; state?: "waiting" } =>
  box === "mine" ? { only: box, state: "waiting" } : { only: box };

/** Why somebody cannot vote on a request; null when they can, or when nothing waits. */
export function obstacle(request: Approval, me: number): "own" | "voted" | "not_asked" | null {
  if (request.state.code !== "waiting" || request.may_vote_as.length) return null;
  if (request.maker.id === me) return "own";
  return request.votes.some(({ person }) => person.id === me) ? "voted" : "not_asked";
}

/** The number of the policy change that a request is about. */
export const changeOf = ({ subject }: Pick<Line, "subject">): string | null =>
  subject.startsWith("change:") ? subject.slice("change:".length) : null;

/** Where more about the subject of a request stands. */
export function subjectAddress({ subject }: Pick<Line, "subject">): string | undefined {
  const [kind, key = ""] = subject.split(":");
  if (kind === "change") return `/policy/changes/${key}`;
  return kind === "customer" ? customerPath(key) : undefined;
}
