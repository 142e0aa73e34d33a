/** The parts of the settings, and what is computed for them. */
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type PersonRow = Schemas["PersonRow"];
export type PersonDocument = Schemas["PersonDocument"];
export type TeamRow = Schemas["TeamRow"];
export type MemberRow = Schemas["MemberRow"];
export type RoleRow = Schemas["RoleRow"];
export type KeyRow = Schemas["KeyRow"];
export type AuditLine = Schemas["AuditLine"];
export type AccessLine = Schemas["AccessLine"];
export type DeliveryRow = Schemas["DeliveryRow"];
export type BookRunList = Schemas["BookRunList"];
export type BookRunRow = Schemas["BookRunRow"];
export type RuleListed = Schemas["RuleListed"];
export type ThresholdRow = Schemas["ThresholdRow"];
export type RoleCode = Schemas["RoleRow"]["code"];

/** Each part with the operation one must be allowed to see it; `null` is everybody's. */
export const PARTS = [
  { key: "me", needs: null, group: "own" },
  { key: "people", needs: "add_person", group: "company" },
  { key: "teams", needs: "teams", group: "company" },
  { key: "roles", needs: "roles", group: "company" },
  { key: "company", needs: "company_settings", group: "company" },
  { key: "calendar", needs: "calendar_settings", group: "company" },
  { key: "rules", needs: "rules", group: "risk" },
  { key: "runs", needs: "book_runs", group: "risk" },
  { key: "mail", needs: "mail_settings", group: "system" },
  { key: "keys", needs: "api_keys", group: "system" },
  { key: "deliveries", needs: "deliveries", group: "system" },
  { key: "audit", needs: "audit", group: "trail" },
  { key: "access", needs: "access_log", group: "trail" },
] as const;
export type Part = (typeof PARTS)[number];
export type PartKey = Part["key"];

export const partsFor = (can: (operation: string) => boolean): Part[] =>
  PARTS.filter(({ needs }) => needs === null || can(needs));

/** Operations of the API by what they are about, in the order the table of rights shows them. */
export const AREAS = {
  customers:
    "overview portfolio_movements export_movements workbench customers customer customer_choices customer_history customer_score_change customer_facts fact_versions reading_evidence timeline export_customers saved_views save_view remove_saved_view customer_readers set_owner grant_reader withdraw_reader",
  alerts:
    "alerts alert alert_counts closing_reasons export_alerts acknowledge_alert snooze_alert resolve_alert reopen_alert assign_alert move_alerts notifications alert_economics alert_economics_alerts export_alert_economics",
  signals: "signal_types signals report_signal withdraw_signal",
  imports:
    "upload_file preview_import start_import imports import_status import_original rejects correct_rejects dismiss_rejects export_rejects upload_rejects undo_import targets import_template import_mappings remember_mapping forget_mapping fact_kinds upsert_facts upsert_fact retract_fact",
  rules: "rules choose_rules",
  policy:
    "policy policy_versions policy_version policy_difference draft_text policy_words policy_changes policy_change begin_policy_change rename_policy_change write_draft drop_draft try_policy try_policy_change fact_views try_indicator definition_schema export_policy_change policy_findings submit_policy_change withdraw_policy_change cancel_policy_change comment_policy_change restore_policy_version draft_threshold",
  approvals: "approvals approval vote vote_many withdraw_approval deputies add_deputy remove_deputy",
  figures: "facts assessments portfolio_figures",
  people: "people person add_person change_person invite_person reset_mfa roles teams add_team change_team remove_team",
  system:
    "company_settings change_company_settings calendar_settings change_calendar_settings mail_settings change_mail_settings test_mail api_keys add_api_key remove_api_key deliveries retry_delivery book_runs start_book_run stop_book_run audit access_log",
  own: "me change_me",
} as const satisfies Record<string, string>;
export type Area = keyof typeof AREAS;

export interface RightsGroup {
  area: Area | "other";
  operations: string[];
}

/** What the roles may do, grouped; an operation no area names stands in the last group. */
export function rightsByArea(roles: readonly Pick<RoleRow, "operations">[]): RightsGroup[] {
  const known = new Set(roles.flatMap(({ operations }) => operations));
  const groups: RightsGroup[] = (Object.keys(AREAS) as Area[]).map((area) => ({
    area,
    operations: AREAS[area].split(" ").filter((operation) => known.delete(operation)),
  }));
  return [...groups, { area: "other" as const, operations: [...known].sort() }].filter(
    ({ operations }) => operations.length,
  );
}

/** A browser and a system in few words, from what browsers say of themselves. */
export function browserOf(agent: string): string {
  const first = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = first([
    [/MicroMessenger/, "WeChat"],
    [/Edg\//, "Edge"],
    [/Firefox\//, "Firefox"],
    [/Chrome\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const system = first([
    [/iPhone|iPad/, "iOS"],
    [/Android/, "Android"],
    [/Windows/, "Windows"],
    [/Mac OS/, "macOS"],
    [/Linux/, "Linux"],
  ]);
  return [browser, system].filter(Boolean).join(" · ") || agent.slice(0, 40);
}

/** What somebody changed about the rules, not yet saved. */
export interface Draft {
  enabled: ReadonlySet<string>;
  /** By rule, then by the threshold's name. */
  thresholds: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const draftOf = (rules: readonly RuleListed[]): Draft => ({
  enabled: new Set(rules.filter(({ enabled }) => enabled).map(({ key }) => key)),
  thresholds: Object.fromEntries(
    rules.map(({ key, thresholds }) => [key, Object.fromEntries(thresholds.map(({ name, value }) => [name, value]))]),
  ),
});

const isSame = (one: string | undefined, other: string): boolean => Number(one) === Number(other);

/** The keys of the rules that differ from what is in force. */
export function changedRules(rules: readonly RuleListed[], draft: Draft): string[] {
  return rules
    .filter(
      ({ key, enabled, thresholds }) =>
        enabled !== draft.enabled.has(key) ||
        thresholds.some(({ name, value }) => !isSame(draft.thresholds[key]?.[name], value)),
    )
    .map(({ key }) => key);
}

/** What is sent: the rules that are on, and the numbers that differ from the written ones. */
export function choiceOf(rules: readonly RuleListed[], draft: Draft) {
  const thresholds: Record<string, Record<string, string>> = {};
  for (const rule of rules) {
    const given = rule.thresholds.flatMap(({ name, default: written }) => {
      const value = draft.thresholds[rule.key]?.[name];
      return value === undefined || isSame(value, written) ? [] : [[name, value] as const];
    });
    if (given.length) thresholds[rule.key] = Object.fromEntries(given);
  }
  return { enabled: rules.filter(({ key }) => draft.enabled.has(key)).map(({ key }) => key), thresholds };
}

/** Days as people type or paste them: one a line or separated by commas or spaces. */
export function readDays(text: string): { days: string[]; wrong: string[] } {
  const words = text.split(/[\s,;\uff0c\uff1b\u3001]+/).filter(Boolean);
  const days = words.filter(isDay);
  return { days: [...new Set(days)].sort(), wrong: words.filter((word) => !isDay(word)) };
}

function isDay(word: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return false;
  const day = new Date(`${word}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(word);
}

/** Who belongs to a team on a day. */
export const membersOn = (team: Pick<TeamRow, "members">, day: string): MemberRow[] =>
  team.members.filter(({ from_day, to_day }) => from_day <= day && (to_day === null || day <= to_day));
