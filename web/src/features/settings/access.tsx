/** Who looked at or exported what. */
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { FilterBar, SearchBox } from "@/ui/filters";
import { useUrlState } from "@/ui/url-state";
import { Num } from "@/ui/values";
import { PersonFilter } from "./person-filter";
import css from "./settings.module.css";
import { Trail } from "./trail";

const STANDARD = { actor: "", subject: "" };

export default function AccessPart() {
  const { t } = useTranslation("settings");
  const [filter, setFilter] = useUrlState(STANDARD);
  const list = useList("/access-log", { query: filter });
  return (
    <>
      <p className={css.words}>{t("trail.access_words")}</p>
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
      <Trail
        label={t("part.access")}
        list={list}
        more={[{ key: "rows", title: t("trail.rows"), align: "right", render: ({ rows }) => <Num value={rows} /> }]}
      />
    </>
  );
}
