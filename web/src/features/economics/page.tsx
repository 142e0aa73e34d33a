/** What the alerts of each rule came to: right and false ones, money, people's time; every figure down to its alerts. */
import { Button } from "antd";
import { Download } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { downloadAddress, useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { FilterBar, FilterSelect } from "@/ui/filters";
import { useFormat } from "@/ui/format";
import { LinkButton } from "@/ui/link-button";
import { Page } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { EmptyState, NoPermission } from "@/ui/states";
import { useUrlState } from "@/ui/url-state";
import { Behind } from "./behind";
import css from "./economics.module.css";
import { type Economics, HORIZONS, heard, queryOf, SPANS, STANDARD, type State } from "./model";
import { Rules } from "./rules";
import { Terms } from "./terms";

export default function EconomicsPage() {
  const { t } = useTranslation(["economics", "common"]);
  const can = useCan();
  const [state, set] = useUrlState(STANDARD);
  const [today] = useState(() => new Date());
  const query = useMemo(() => queryOf(state, today), [state, today]);
  const answer = useGet("/alert-economics", { query }, { keep: true, enabled: can("alert_economics") });
  if (!can("alert_economics")) return <NoPermission />;
  return (
    <Page
      title={t("title")}
      back={<Link to="/alerts">{t("alerts")}</Link>}
      actions={
        can("export_alert_economics") && (
          <LinkButton
            to={downloadAddress("/alert-economics/export", query)}
            icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
            download
          >
            {t("common:action.export")}
          </LinkButton>
        )
      }
    >
      <Choices state={state} set={set} />
      <Answer query={answer} lines={12} isEmpty={({ together }) => together.hits === 0} empty={<Nothing />}>
        {(told) => (
          <>
            <Told told={told} state={state} onOpen={(behind) => set({ behind })} />
            <Behind cell={state.behind} told={told} query={query} onClose={() => set({ behind: "" })} />
          </>
        )}
      </Answer>
    </Page>
  );
}

interface ChoicesProps {
  state: State;
  set: (part: Partial<State>) => void;
}

function Choices({ state, set }: ChoicesProps) {
  const { t } = useTranslation("economics");
  const [setting, setSetting] = useState(false);
  return (
    <FilterBar>
      <FilterSelect
        label={t("period")}
        options={SPANS.map((days) => ({ value: days, label: t("days", { count: Number(days) }) }))}
        value={state.days}
        onChange={(days) => set({ days: days || STANDARD.days })}
      />
      <FilterSelect
        label={t("horizon")}
        options={HORIZONS.map((days) => ({ value: days, label: t("ahead", { count: Number(days) }) }))}
        value={state.horizon}
        onChange={(horizon) => set({ horizon: horizon || STANDARD.horizon })}
      />
      <Button onClick={() => setSetting(true)}>{t("terms.open")}</Button>
      {setting && <Terms state={state} onSet={set} onClose={() => setSetting(false)} />}
    </FilterBar>
  );
}

interface ToldProps {
  told: Economics;
  state: State;
  onOpen: (cell: string) => void;
}

function Told({ told, state, onOpen }: ToldProps) {
  const { t } = useTranslation("economics");
  const format = useFormat();
  const { together, matured_until, terms } = told;
  const { shown, silent } = heard(told.items);
  return (
    <div className="stack">
      <p className={css.sentence}>
        {t("summary", {
          days: state.days,
          hits: format.num(together.hits),
          right: format.num(together.right),
          wrong: format.num(together.false),
          late: format.num(together.late),
          unknown: format.num(together.unknown),
          hours: format.num(together.minutes / 60, 1),
        })}
      </p>
      {matured_until === null ? (
        <Remark role="status">
          {t("none_known", { horizon: terms.horizon_days })} <Link to="/backtests">{t("backtest")}</Link>
        </Remark>
      ) : (
        <p className="muted">
          {t("known", { day: format.day(matured_until), horizon: terms.horizon_days, currency: told.currency })}
        </p>
      )}
      <Rules rules={shown} together={together} terms={terms} onOpen={onOpen} />
      {silent > 0 && <p className="muted">{t("silent", { count: silent })}</p>}
      <p className="muted">{t(told.stopped === "orders" ? "words" : "words_invoices")}</p>
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation("economics");
  return (
    <EmptyState title={t("empty")} action={<LinkButton to="/backtests">{t("backtest")}</LinkButton>}>
      <p>{t("empty_words")}</p>
    </EmptyState>
  );
}
