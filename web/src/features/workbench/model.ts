/** The workbench's document, and what waits in it. */
import type { components } from "@/api/schema";
import { addressOf } from "@/ui/list-address";

type Schemas = components["schemas"];
export type Workbench = Schemas["Workbench"];
export type Waiting = Schemas["Waiting"];
export type Changed = Schemas["Changed"];
export type SetUp = Schemas["SetUp"];
type Kind = "my_alerts" | "unassigned" | "snoozes_ending" | "open_rejects" | "imports_running";

/** What waits, gravest first, each with the page that shows it; nothing that is zero or not this person's business. */
export function waitingParts(waiting: Waiting): { key: Kind; count: number; to: string }[] {
  const { my_alerts, unassigned, snoozed, snoozes_ending, open_rejects, imports_running } = waiting;
  const parts = [
    { key: "my_alerts", figure: my_alerts },
    { key: "unassigned", figure: unassigned },
    { key: "snoozes_ending", figure: { ...snoozed, value: snoozes_ending } },
    { key: "open_rejects", figure: open_rejects },
    { key: "imports_running", figure: imports_running },
  ] as const;
  return parts.flatMap(({ key, figure }) =>
    figure && figure.value > 0 ? [{ key, count: figure.value, to: addressOf(figure) }] : [],
  );
}

/** The steps that must be taken before the first alerts come. */
export const neededSteps = (setUp: SetUp): SetUp["steps"] => setUp.steps.filter(({ is_optional }) => !is_optional);
