/** The audit: every change, by whom, about what. It can be read, never changed. */
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { FilterBar, SearchBox } from "@/ui/filters";
import { useUrlState } from "@/ui/url-state";
import { PersonFilter } from "./person-filter";
import css from "./settings.module.css";
import { Trail } from "./trail";

const STANDARD = { actor: "", subject: "" };

export default function AuditPart() {
  const { t } = useTranslation("settings");
  const [filter, setFilter] = useUrlState(STANDARD);
  const list = useList("/audit", { query: filter });
  return (
    <>
      <p className={css.words}>{t("trail.audit_words")}</p>
      <FilterBar
        search={
          <SearchBox
            value={filter.subject}
            onSearch={(subject) => setFilter({ subject })}
            words={t("trail.find_subject")}
          />
        }
        active={Object.values(filter).filter(Boolean).length}
        onClear={() => setFilter(STANDARD)}
      >
        <PersonFilter value={filter.actor} onChange={(actor) => setFilter({ actor })} />
      </FilterBar>
      <Trail label={t("part.audit")} list={list} />
    </>
  );
}
