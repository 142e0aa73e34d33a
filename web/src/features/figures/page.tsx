/** The figures of the book: how fast it turns into money, how old and how concentrated it is, what it is likely to lose. */
import { Button } from "antd";
import { Download, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { downloadAddress, useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { useFormat } from "@/ui/format";
import { LinkButton } from "@/ui/link-button";
import { customersAt } from "@/ui/list-address";
import { MomentBar, MomentChoice, useMoment } from "@/ui/moment";
import { momentQuery } from "@/ui/moment-asked";
import { Page, Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { EmptyState } from "@/ui/states";
import { useUrlState } from "@/ui/url-state";
import { Money } from "@/ui/values";
import { Ageing } from "./ageing";
import { Debtors, Regions } from "./concentration";
import { CourseChart } from "./course";
import css from "./figures.module.css";
import { Groups } from "./groups";
import { chosenOf, type Figures } from "./model";

const STANDARD = { figure: "dso" };

export default function FiguresPage() {
  const { t } = useTranslation(["figures", "common"]);
  const can = useCan();
  const format = useFormat();
  const [asked] = useMoment();
  const query = momentQuery(asked);
  const answer = useGet("/portfolio/figures", { query }, { keep: true });
  const found = answer.data;
  const note = found?.data_from && t("note", { day: format.day(found.as_of), from: format.day(found.data_from) });
  return (
    <Page
      title={t("title")}
      note={note}
      actions={
        <>
          <MomentChoice />
          <Button
            className="no-print"
            icon={<Printer size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => window.print()}
          >
            {t("print")}
          </Button>
          {can("export_portfolio_figures") && (
            <LinkButton
              to={downloadAddress("/portfolio/figures/export", query)}
              icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
              download
            >
              {t("common:action.export")}
            </LinkButton>
          )}
        </>
      }
    >
      <Answer query={answer} lines={16} isEmpty={({ data_from }) => data_from === null} empty={<Nothing />}>
        {(data) => <Book data={data} isOld={answer.isPlaceholderData} />}
      </Answer>
    </Page>
  );
}

function Nothing() {
  const { t } = useTranslation("figures");
  const can = useCan();
  const canImport = can("start_import");
  return (
    <EmptyState
      title={t("empty.title")}
      action={
        canImport && (
          <LinkButton to="/imports/new" primary>
            {t("empty.import")}
          </LinkButton>
        )
      }
    >
      <p>{t(canImport ? "empty.words" : "empty.words_wait")}</p>
    </EmptyState>
  );
}

function Book({ data, isOld }: { data: Figures; isOld: boolean }) {
  const { t } = useTranslation("figures");
  const [state, set] = useUrlState(STANDARD);
  const chosen = chosenOf(data.figures, state.figure);
  return (
    <div className={isOld ? `${css.book} ${css.old}` : css.book} aria-busy={isOld}>
      <MomentBar shown={data} />
      {data.without_rate > 0 && <Remark tone="medium">{t("without_rate", { count: data.without_rate })}</Remark>}
      <Sums data={data} />
      {chosen && (
        <Section title={t("course.title")}>
          <CourseChart chosen={chosen} figures={data.figures} onChoose={(figure) => set({ figure })} />
        </Section>
      )}
      <Section title={t("figures.title")}>
        <Groups figures={data.figures} chosen={chosen?.key} onChoose={(figure) => set({ figure })} />
      </Section>
      <Section title={t("ageing.title")}>
        <Ageing ages={data.ageing} masked={data.masked} />
      </Section>
      <div className={css.pair}>
        <Section title={t("largest.title")}>
          <Debtors rows={data.largest} masked={data.masked} />
        </Section>
        <Section title={t("regions.title")}>
          <Regions rows={data.regions} masked={data.masked} />
        </Section>
      </div>
      <p className="quiet">{t("source", { file: data.source })}</p>
    </div>
  );
}

const SUMS = ["receivable", "sales_12m", "written_off_12m", "expected_loss"] as const;

function Sums({ data }: { data: Figures }) {
  const { t } = useTranslation("figures");
  return (
    <dl className={css.sums}>
      {SUMS.map((key) => (
        <div key={key}>
          <dt>
            {key === "receivable" && !data.is_past ? (
              <Link to={customersAt("")}>{t(`sum.${key}`)}</Link>
            ) : (
              t(`sum.${key}`)
            )}
          </dt>
          <dd>
            <Money value={data[key]} currency={data.currency} brief masked={data.masked.includes(key)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
