/** A condition: lines where lines can show it, else its text, with what the server says of it. */
import { Button, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RuleGroupType } from "react-querybuilder";
import { Builder, type Ground } from "./builder";
import { queryOf, textOf } from "./condition";
import type { Group, RuleSaid } from "./model";
import css from "./policy.module.css";

interface ConditionProps {
  label: string;
  text: string;
  said?: RuleSaid["when"];
  isFresh: boolean;
  ground: Ground;
  /** What it means that there is no line. */
  none: string;
  onChange: (text: string) => void;
}

/** Lines where lines can show it, else the text with what the checker says of it. */
export function Condition({ said, ...rest }: ConditionProps) {
  return said ? <Known said={said} {...rest} /> : null; // what is new is read by the server first
}

function Known({
  label,
  text,
  said: words,
  isFresh,
  ground,
  none,
  onChange,
}: ConditionProps & Required<Pick<ConditionProps, "said">>) {
  const { t } = useTranslation("policy");
  const { tree } = words;
  const [query, setQuery] = useState<RuleGroupType | null>(tree && queryOf(tree));
  const [asText, setAsText] = useState(false);
  const written = useRef(text);
  useFollow(tree, isFresh, text, written, setQuery);
  const isIncomplete = query !== null && textOf(query) === null;
  if (asText || !query)
    return (
      <div className={css.condition}>
        {!tree && !words.problem && <p className="muted">{t("builder.only_text")}</p>}
        <Input.TextArea
          className={css.code}
          aria-label={label}
          value={text}
          autoSize={{ minRows: 1, maxRows: 8 }}
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
        {words.problem && (
          <p role="alert" className={css.bad}>
            {words.problem}
          </p>
        )}
        {query && tree && (
          <Button type="text" size="small" onClick={() => setAsText(false)}>
            {t("builder.as_lines")}
          </Button>
        )}
      </div>
    );
  return (
    <div className={css.condition}>
      <Builder
        query={query}
        ground={ground}
        onChange={(next) => {
          setQuery(next);
          const made = textOf(next);
          if (made === null || made === text) return;
          written.current = made;
          onChange(made);
        }}
      />
      {query.rules.length === 0 && <p className="muted">{none}</p>}
      {isIncomplete && <p className={css.bad}>{t("builder.incomplete")}</p>}
      <Button type="text" size="small" onClick={() => setAsText(true)}>
        {t("builder.as_text")}
      </Button>
    </div>
  );
}

/** Take the server's reading of a text that was not written here: by undo, as text, or when the rule was opened. */
function useFollow(
  tree: Group | null,
  isFresh: boolean,
  text: string,
  written: React.RefObject<string>,
  setQuery: (query: RuleGroupType | null) => void,
): void {
  const [taken, setTaken] = useState(text);
  useEffect(() => {
    if (!isFresh || taken === text) return;
    setTaken(text);
    if (written.current === text) return;
    written.current = text;
    setQuery(tree && queryOf(tree));
  }, [tree, isFresh, text, taken, written, setQuery]);
}
