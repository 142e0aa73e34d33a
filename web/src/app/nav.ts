/** The places of the application: one list for the side, the bottom bar and the keyboard. */
import {
  BadgeCheck,
  Bell,
  ChartNoAxesColumn,
  FileUp,
  Gauge,
  LayoutList,
  type LucideIcon,
  RadioTower,
  Scale,
  Settings,
  Users,
} from "lucide-react";

export interface Place {
  key:
    | "workbench"
    | "overview"
    | "figures"
    | "customers"
    | "alerts"
    | "signals"
    | "imports"
    | "approvals"
    | "policy"
    | "settings";
  to: string;
  icon: LucideIcon;
  /** Pressed after `g`. */
  letter: string;
  /** Shown when the person may do this; always when absent. */
  needs?: string;
}

export const PLACES: readonly Place[] = [
  { key: "workbench", to: "/workbench", icon: LayoutList, letter: "w" },
  { key: "overview", to: "/overview", icon: ChartNoAxesColumn, letter: "o", needs: "overview" },
  { key: "customers", to: "/customers", icon: Users, letter: "c", needs: "customers" },
  { key: "alerts", to: "/alerts", icon: Bell, letter: "a", needs: "alerts" },
  { key: "signals", to: "/signals", icon: RadioTower, letter: "s", needs: "signals" },
  { key: "imports", to: "/imports", icon: FileUp, letter: "i", needs: "imports" },
  { key: "figures", to: "/figures", icon: Gauge, letter: "f", needs: "portfolio_figures" },
  { key: "approvals", to: "/approvals", icon: BadgeCheck, letter: "v", needs: "approvals" },
  { key: "policy", to: "/policy", icon: Scale, letter: "p", needs: "policy" },
  { key: "settings", to: "/settings", icon: Settings, letter: "e" },
];

export const placesFor = (can: (operation: string) => boolean): Place[] =>
  PLACES.filter((place) => !place.needs || can(place.needs));
