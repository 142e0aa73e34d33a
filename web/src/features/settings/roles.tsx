/** Who may do what: the table the server itself goes by. */
import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { useMe } from "@/app/session";
import { Answer } from "@/ui/answer";
import { FilterSelect } from "@/ui/filters";
import { useNarrow } from "@/ui/use-narrow";
import { type RoleRow, rightsByArea } from "./model";
import css from "./roles.module.css";
import page from "./settings.module.css";

const MASKS = ["amounts", "contacts", "names"] as const;

export default function RolesPart() {
  const { t } = useTranslation("settings");
  const query = useGet("/roles");
  return (
    <>
      <p className={page.words}>{t("roles.words")}</p>
      <Answer query={query}>{({ items }) => <Rights roles={items} />}</Answer>
    </>
  );
}

function Rights({ roles }: { roles: readonly RoleRow[] }) {
  const { t } = useTranslation("settings");
  const narrow = useNarrow();
  const me = useMe();
  const [one, setOne] = useState<string>(me.role.code);
  const shown = narrow ? roles.filter(({ code }) => code === one) : roles;
  return (
    <>
      {narrow && (
        <FilterSelect
          label={t("people.role")}
          value={one}
          onChange={(code) => code && setOne(code)}
          options={roles.map(({ code, label }) => ({ value: code, label }))}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className={css.scroll} aria-label={t("part.roles")} tabIndex={0}>
        <table className={css.rights}>
          <thead>
            <tr>
              <td />
              {shown.map(({ code, label }) => (
                <th key={code} scope="col" data-mine={code === me.role.code}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <Group title={t("roles.hidden")} span={shown.length + 1}>
            {MASKS.map((mask) => (
              <Row key={mask} label={t(`mask.${mask}`)} roles={shown} has={({ masks }) => masks.includes(mask)} />
            ))}
          </Group>
          {rightsByArea(roles).map(({ area, operations }) => (
            <Group key={area} title={t(`area.${area}`)} span={shown.length + 1}>
              {operations.map((operation) => (
                <Row
                  key={operation}
                  label={t(`operation.${operation as "me"}`, { defaultValue: operation })}
                  roles={shown}
                  has={(role) => role.operations.includes(operation)}
                />
              ))}
            </Group>
          ))}
        </table>
      </section>
    </>
  );
}

function Group({ title, span, children }: { title: string; span: number; children: React.ReactNode }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={span} className={css.area}>
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

function Row({ label, roles, has }: { label: string; roles: readonly RoleRow[]; has: (role: RoleRow) => boolean }) {
  const { t } = useTranslation("settings");
  return (
    <tr>
      <th scope="row">{label}</th>
      {roles.map((role) => (
        <td key={role.code}>
          {has(role) ? (
            <Check size={14} aria-label={t("roles.yes")} />
          ) : (
            <span className="unseen">{t("roles.no")}</span>
          )}
        </td>
      ))}
    </tr>
  );
}
