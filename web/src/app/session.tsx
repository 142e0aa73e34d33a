/** Who is signed in and what they may do. */
import { type Query, type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from "react";
import { logOut } from "@/api/account";
import { onSignedOut } from "@/api/client";
import { get } from "@/api/hooks";
import { asProblem, type Problem } from "@/api/problem";
import type { components } from "@/api/schema";
import { changeLanguage } from "@/i18n";
import { fromServer, isAskedByAddress } from "@/i18n/language";

export type Me = components["schemas"]["Me"];

interface Session {
  /** `null`: nobody is signed in; `undefined`: not known yet. */
  me: Me | null | undefined;
  problem: Problem | null;
  /** May this person do the operation with this id (its name in the API)? */
  can: (operation: string) => boolean;
  reload: () => Promise<void>;
  leave: () => Promise<void>;
}

export const ME_KEY = ["me"] as const;
const SessionContext = createContext<Session | null>(null);

async function whoAmI(): Promise<Me | null> {
  try {
    return await get<Me>("/me");
  } catch (error) {
    if (asProblem(error).status === 401) return null;
    throw error;
  }
}

/** Take somebody for the one in front of the screen; what was answered to somebody else is forgotten before it is shown. */
function take(cache: QueryClient, me: Me | null): Me | null {
  const before = cache.getQueryData<Me | null>(ME_KEY);
  if (before && before.id !== me?.id) {
    const theirs = { predicate: ({ queryKey }: Query) => queryKey[0] !== ME_KEY[0] };
    if (me) void cache.resetQueries(theirs);
    else cache.removeQueries(theirs);
  }
  return me;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const { data, error, refetch } = useQuery<Me | null, Problem>({
    queryKey: ME_KEY,
    queryFn: async () => take(cache, await whoAmI()),
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: "always", // somebody else may have logged in meanwhile, in another tab
  });
  useEffect(() => onSignedOut(() => cache.setQueryData(ME_KEY, take(cache, null))), [cache]);
  const language = data?.language;
  useEffect(() => {
    if (!language || isAskedByAddress()) return;
    // what the server said so far was in the other language
    void changeLanguage(fromServer(language)).then((isOther) => {
      if (isOther) void cache.invalidateQueries();
    });
  }, [language, cache]);

  const leave = useCallback(async () => {
    await logOut();
    cache.clear();
    window.location.assign("/login");
  }, [cache]);
  const session = useMemo<Session>(() => {
    const allowed = new Set(data?.operations ?? []);
    return {
      me: data,
      problem: error,
      can: (operation) => allowed.has(operation),
      reload: async () => {
        await refetch();
      },
      leave,
    };
  }, [data, error, refetch, leave]);
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside SessionProvider");
  return session;
}

/** The signed-in person; only for pages inside the shell. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error("useMe on a page that is open to all");
  return me;
}

/** The day it is at the company, whatever the browser's clock says. */
export const useToday = (): string => useMe().today;

export const useCan = (): Session["can"] => useSession().can;
