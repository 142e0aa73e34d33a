/** What came out of a back-test: in a sentence, flag by flag, along the cut-off, and how early each would have warned. */
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { Fact, Facts, Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { type Column, DataTable } from "@/ui/table";
import { useUrlState } from "@/ui/url-state";
import { Day, Delta, Money, Num, Percent } from "@/ui/values";
import css from "./backtests.module.css";
import { Behind, Opens } from "./behind";
import { Candidates } from "./candidates";
import { Frontier } from "./frontier";
import {
  type Backtest,
  byWorth,
  type Change,
  type Flag,
  flagsOf,
  leaders,
  type Result,
  type Side,
  sidesOf,
  swapOf,
} from "./model";

const LEAST_RIGHT = 0.1;
const MOST_LEADERS = 20;
const STANDARD = { side: "", behind: "" };

export function Found({ row, result }: { row: Backtest; result: Result }) {
  const { t } = useTranslation("backtests");
  const [state, set] = useUrlState(STANDARD);
  const side: Side = state.side === "live" || !result.draft ? "live" : "draft";
  const figures = (side === "draft" && result.draft) || result.live;
  const open = (behind: string) => set({ behind });
  const switched = result.draft && (
    <Segmented
      size="small"
      aria-label={t("side.label")}
      value={side}
      onChange={(chosen) => set({ side: chosen })}
      options={(["live", "draft"] as const).map((value) => ({ value, label: t(`side.${value}`) }))}
    />
  );
  const behind = <Behind id={row.id} cell={state.behind} result={result} onClose={() => set({ behind: "" })} />;
  if (row.search) {
    return (
      <div className={css.result}>
        <Section title={t("search.title")}>
          <Candidates row={row} search={row.search} onOpen={open} />
        </Section>
        <Section title={t("days.title")}>
          <Days result={result} />
        </Section>
        <Section title={t("terms.title")}>
          <Terms row={row} result={result} />
        </Section>
        {behind}
      </div>
    );
  }
  return (
    <div className={css.result}>
      <Summary row={row} result={result} />
      {result.changes.length > 0 && (
        <Section title={t("changes.title")}>
          <Changes result={result} onOpen={open} />
        </Section>
      )}
      <Section title={t("frontier.title")}>
        <Frontier result={result} />
      </Section>
      <Section title={t("flags.title")} aside={switched}>
        <Flags flags={flagsOf(figures, ["any_rule", "rule", "grade"])} side={side} result={result} onOpen={open} />
      </Section>
      <Section title={t("league.title")} aside={switched}>
        <League league={leaders(figures, LEAST_RIGHT).slice(0, MOST_LEADERS)} side={side} onOpen={open} />
      </Section>
      <Section title={t("days.title")}>
        <Days result={result} />
      </Section>
      <Section title={t("terms.title")}>
        <Terms row={row} result={result} />
      </Section>
      {behind}
    </div>
  );
}

function Summary({ row, result }: { row: Backtest; result: Result }) {
  const { t } = useTranslation("backtests");
  const { totals, currency, days } = result;
  const any = (side: Side) => flagsOf(result[side] ?? result.live, ["any_rule"])[0];
  return (
    <div className="stack">
      <p className={css.sentence}>
        {t("summary.book", { count: totals.events, days: days.length, horizon: row.terms.horizon_days })}{" "}
        <Money value={totals.loss} currency={currency} brief />
        {t("summary.stop")}
      </p>
      {sidesOf(result).map((side) => {
        const flag = any(side);
        const best = result[side]?.best_cut_off;
        return (
          <p key={side} className={css.sentence}>
            {t("summary.side", {
              side: t(`side.${side}`),
              caught: flag?.events_caught ?? 0,
              missed: flag?.events_missed ?? 0,
              days: Math.round(flag?.lead_days_median ?? 0),
              week: (flag?.alerts_per_week_and_person ?? 0).toFixed(1),
              best,
            })}
          </p>
        );
      })}
      {totals.identified_share !== null && totals.identified_share < 1 && (
        <Remark>
          {t("summary.hidden")} <Percent value={totals.identified_share} digits={1} />
        </Remark>
      )}
    </div>
  );
}

interface Opening {
  result: Result;
  onOpen: (cell: string) => void;
}

function Changes({ result, onOpen }: Opening) {
  const { t } = useTranslation("backtests");
  const kinds = ["any_rule", "rule", "grade"];
  const rows = result.changes.filter(
    (each) => kinds.includes(each.kind) && (each.gained || each.lost || each.is_new || each.is_gone || each.alerts),
  );
  const columns: Column<Change>[] = [
    {
      key: "label",
      title: t("flags.what"),
      card: "title",
      wraps: true,
      render: (row) => `${row.label}${row.is_new ? t("changes.new") : row.is_gone ? t("changes.gone") : ""}`,
    },
    ...(["gained", "lost"] as const).map(
      (what): Column<Change> => ({
        key: what,
        title: t(`changes.${what}`),
        align: "right",
        render: (row) => {
          const { value, bad, cell } = swapOf(result, row, what);
          return (
            <Opens cell={cell} value={value} onOpen={onOpen}>
              {t("changes.bad", { count: bad })}
            </Opens>
          );
        },
      }),
    ),
    { key: "alerts", title: t("flags.alerts"), align: "right", render: ({ alerts }) => <Delta value={alerts} /> },
    {
      key: "avoided",
      title: t("flags.avoided"),
      align: "right",
      render: ({ avoided }) => <Delta value={avoided} kind="money" />,
    },
    {
      key: "margin",
      title: t("flags.margin"),
      align: "right",
      render: ({ margin }) => <Delta value={margin} kind="money" />,
    },
    {
      key: "net",
      title: t("flags.net"),
      align: "right",
      render: ({ net }) => <Delta value={net} kind="money" worse="lower" />,
    },
  ];
  if (!rows.length) return <p className="muted">{t("changes.none")}</p>;
  return (
    <DataTable label={t("changes.title")} columns={columns} rows={rows} rowKey={({ kind, key }) => `${kind} ${key}`} />
  );
}

function Flags({ flags, side, result, onOpen }: Opening & { flags: Flag[]; side: Side }) {
  const { t } = useTranslation("backtests");
  const money = (value: Flag["net"]) => <Money value={value} brief />;
  const cell = (flag: Flag, what: "caught" | "missed" | "false_alarms") => ({
    side,
    kind: flag.kind,
    key: flag.key,
    what,
  });
  const counted = (what: "caught" | "missed" | "false_alarms"): Column<Flag> => ({
    key: what,
    title: t(`flags.${what}`),
    hint: t(`flags.${what}_words`),
    align: "right",
    render: (flag) => <Opens cell={cell(flag, what)} value={flag[what]} onOpen={onOpen} />,
  });
  const columns: Column<Flag>[] = [
    { key: "label", title: t("flags.what"), card: "title", wraps: true, render: ({ label }) => label },
    counted("caught"),
    counted("missed"),
    counted("false_alarms"),
    {
      key: "lead",
      title: t("flags.lead"),
      align: "right",
      render: ({ lead_days_median: days }) => <Num value={days} words={t("flags.never")} />,
    },
    {
      key: "week",
      title: t("flags.week"),
      align: "right",
      render: ({ alerts_per_week_and_person: each }) => <Num value={each} digits={1} />,
    },
    { key: "avoided", title: t("flags.avoided"), align: "right", render: ({ avoided }) => money(avoided) },
    { key: "margin", title: t("flags.margin"), align: "right", render: ({ margin }) => money(margin) },
    { key: "net", title: t("flags.net"), align: "right", render: ({ net }) => money(net) },
    {
      key: "bounds",
      title: t("flags.bounds"),
      hint: t("flags.bounds_words"),
      align: "right",
      render: ({ net_low, net_high }) => (
        <>
          {money(net_low)} – {money(net_high)}
        </>
      ),
    },
  ];
  const shown = byWorth(flags);
  const idle = flags.length - shown.length;
  return (
    <>
      <DataTable label={t("flags.title")} columns={columns} rows={shown} rowKey={({ kind, key }) => `${kind} ${key}`} />
      <p className="muted">
        {t("flags.words", { currency: result.currency })} {idle > 0 && t("flags.idle", { count: idle })}
      </p>
    </>
  );
}

type Lead = Result["live"]["league"][number];

function League({ league, side, onOpen }: { league: Lead[]; side: Side; onOpen: (cell: string) => void }) {
  const { t } = useTranslation("backtests");
  const columns: Column<Lead>[] = [
    { key: "label", title: t("flags.what"), card: "title", wraps: true, render: ({ label }) => label },
    { key: "kind", title: t("league.kind"), render: ({ kind }) => t(`kind.${kind}` as "kind.rule") },
    {
      key: "lead",
      title: t("flags.lead"),
      align: "right",
      render: ({ lead_days_median: days }) => <Num value={days} />,
    },
    {
      key: "caught",
      title: t("league.events"),
      align: "right",
      render: (row) => (
        <Opens
          cell={{ side, kind: row.kind, key: row.key, what: "caught" }}
          value={row.events_caught}
          onOpen={onOpen}
        />
      ),
    },
    {
      key: "right",
      title: t("league.right"),
      align: "right",
      render: ({ precision }) => <Percent value={precision} digits={1} />,
    },
  ];
  if (!league.length) return <p className="muted">{t("league.none")}</p>;
  return (
    <>
      <DataTable
        label={t("league.title")}
        columns={columns}
        rows={league}
        rowKey={({ kind, key }) => `${kind} ${key}`}
      />
      <p className="muted">{t("league.words", { count: MOST_LEADERS, share: LEAST_RIGHT * 100 })}</p>
    </>
  );
}

type BookDay = Result["days"][number];
const OUTCOMES = ["paid", "recovered", "overdue_90", "written_off", "already", "idle"] as const;

function Days({ result }: { result: Result }) {
  const { t } = useTranslation("backtests");
  const columns: Column<BookDay>[] = [
    { key: "day", title: t("days.day"), card: "title", render: ({ day }) => <Day value={day} /> },
    {
      key: "customers",
      title: t("days.customers"),
      align: "right",
      render: ({ customers }) => <Num value={customers} />,
    },
    ...OUTCOMES.map(
      (name): Column<BookDay> => ({
        key: name,
        title: t(`days.${name}`),
        align: "right",
        render: (row) => <Num value={row[name]} />,
      }),
    ),
    {
      key: "exposure",
      title: t("days.exposure"),
      align: "right",
      render: ({ exposure }) => <Money value={exposure} brief />,
    },
    { key: "loss", title: t("days.loss"), align: "right", render: ({ loss }) => <Money value={loss} brief /> },
  ];
  return <DataTable label={t("days.title")} columns={columns} rows={result.days} rowKey={({ day }) => day} keep />;
}

function Terms({ row, result }: { row: Backtest; result: Result }) {
  const { t } = useTranslation("backtests");
  const { terms } = row;
  const shares = (["margin_permille", "avoided_permille", "overdue_loss_permille"] as const).map((name) => ({
    name,
    value: terms[name] / 1000,
  }));
  return (
    <>
      <Facts>
        <Fact label={t("terms.horizon_days")}>{t("terms.days", { count: terms.horizon_days })}</Fact>
        {shares.map(({ name, value }) => (
          <Fact key={name} label={t(`terms.${name}`)}>
            <Percent value={value} digits={1} />
          </Fact>
        ))}
        <Fact label={t("terms.people")}>
          <Num value={terms.people} />
        </Fact>
        <Fact label={t("terms.stopped")}>{t(`terms.${result.stopped}` as "terms.orders")}</Fact>
      </Facts>
      <p className="muted">{t("terms.words", { batch: result.known_batch })}</p>
    </>
  );
}
