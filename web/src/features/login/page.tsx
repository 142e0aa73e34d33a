/** Log-in: address and password, then the second factor if the person has one. */
import { useState } from "react";
import { Navigate, useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import { Loading } from "@/ui/loading";
import { safeNext } from "./next";
import { CodeForm, Entrance, PasswordForm } from "./parts";

export default function LoginPage() {
  const { me, reload } = useSession();
  const [search] = useSearchParams();
  const [step, setStep] = useState<"password" | "code">("password");
  const key = search.get("reset"); // links in mails
  if (key) return <Navigate to={`/login/set-password/${encodeURIComponent(key)}`} replace />;
  if (me) return <Navigate to={safeNext(search.get("next"))} replace />;
  if (me === undefined) return <Loading whole lines={4} />;
  return (
    <Entrance>
      {step === "password" ? (
        <PasswordForm onDone={reload} onCodeWanted={() => setStep("code")} />
      ) : (
        <CodeForm onDone={reload} onBack={() => setStep("password")} />
      )}
    </Entrance>
  );
}
