/** Customers that may be one firm: pair by pair, side by side, with what they have in common. */
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useList } from "@/api/hooks";
import { Answer } from "@/ui/answer";
import { LinkButton } from "@/ui/link-button";
import { Page } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { EmptyState } from "@/ui/states";
import { Pair } from "./duplicate-pair";
import css from "./merging.module.css";

export default function DuplicatesPage() {
  const { t } = useTranslation(["merging", "customers"]);
  const [search] = useSearchParams();
  const customer = search.get("customer");
  const list = useList("/customers/duplicates", { query: { customer, limit: 20 } });
  return (
    <Page
      title={t("title")}
      back={<Link to="/customers">{t("customers:title")}</Link>}
      note={list.total !== null && t("count", { count: list.total })}
    >
      <p className={css.lead}>{t("lead")}</p>
      <Answer
        query={list.query}
        lines={10}
        isEmpty={() => list.rows.length === 0}
        empty={
          <EmptyState title={t("none")} action={<LinkButton to="/customers">{t("customers:title")}</LinkButton>}>
            <p>{t("none_words")}</p>
          </EmptyState>
        }
      >
        {() => (
          <>
            {list.rows.map((pair) => (
              <Pair key={`${pair.one.customer.code} ${pair.other.customer.code}`} pair={pair} />
            ))}
            <Pager list={list} shown={list.rows.length} />
          </>
        )}
      </Answer>
    </Page>
  );
}
