/** What the API says of front-line signals. */
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type SignalType = Schemas["SignalTypeShown"];
export type Signal = Schemas["SignalShown"];
