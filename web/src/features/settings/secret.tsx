/** Something to be copied that is shown only once. */
import { CopyButton } from "@/ui/copy-button";
import css from "./settings.module.css";

export function Secret({ text }: { text: string }) {
  return (
    <div className={css.secretLine}>
      <code className={css.secret}>{text}</code>
      <CopyButton text={text} />
    </div>
  );
}
