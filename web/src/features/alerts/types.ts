/** The API's words for alerts, by their generated types. */
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type AlertRow = Schemas["AlertRow"];
export type AlertPage = Schemas["AlertPage"];
export type Alert = Schemas["AlertDocument"];
export type Evidence = Schemas["AlertEvidence"];
export type AlertEvent = Schemas["EventShown"];
export type Counts = Schemas["AlertNumbers"];
export type Outcome = Schemas["BulkOutcome"];
