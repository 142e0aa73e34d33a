/** What the intake's part of the API answers. */
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type Upload = Schemas["UploadDocument"];
export type Preview = Schemas["PreviewDocument"];
export type PreviewColumn = Schemas["ColumnShown"];
export type Question = Schemas["ImportQuestion"];
export type KindCounts = Schemas["KindCounts"];
export type Reject = Schemas["RejectShown"];
export type RejectPage = Schemas["RejectPage"];
export type ImportRow = Schemas["ImportRow"];
export type ImportDocument = Schemas["ImportDocument"];
export type Replayed = Schemas["Replayed"];
export type Target = Schemas["TargetShown"];
