/** The API's words for customers, by their generated types. */
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type CustomerRow = Schemas["CustomerRow"];
export type CustomerPage = Schemas["CustomerPage"];
export type Choices = Schemas["CustomerChoices"];
export type Customer = Schemas["CustomerDocument"];
export type ReadingShown = Schemas["ReadingShown"];
export type ScoreItem = Schemas["ScoreItem"];
export type HistoryRow = Schemas["HistoryRow"];
export type ScoreChange = Schemas["ScoreChangeDocument"];
export type Strategy = Schemas["CustomerStrategy"];
export type WayBack = Schemas["WayBackDocument"];
export type Change = Schemas["ChangeShown"];
export type VerdictShown = Schemas["VerdictShown"];
export type SavedView = Schemas["ViewShown"];
export type CustomerGroup = Schemas["CustomerGroup"];
export type GroupMember = Schemas["GroupMemberShown"];
export type Relation = Schemas["RelationShown"];
export type Contagion = Schemas["CustomerContagion"];
export type Hit = Schemas["HitShown"];
export type Duplicate = Schemas["Duplicate"];
export type Side = Schemas["Side"];
export type MergePreview = Schemas["MergePreview"];
export type Merger = Schemas["MergerShown"];
