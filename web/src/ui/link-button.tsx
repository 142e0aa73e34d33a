/** A link that looks like a button: it goes somewhere, so it is a link. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import css from "./link-button.module.css";

interface LinkButtonProps {
  to: string;
  primary?: boolean;
  icon?: ReactNode;
  children: ReactNode;
  /** A file: let the browser fetch it. */
  download?: boolean;
}

export function LinkButton({ to, primary = false, icon, children, download = false }: LinkButtonProps) {
  const look = primary ? `${css.button} ${css.primary}` : css.button;
  if (download) {
    return (
      <a href={to} className={look} download>
        {icon}
        {children}
      </a>
    );
  }
  return (
    <Link to={to} className={look}>
      {icon}
      {children}
    </Link>
  );
}
