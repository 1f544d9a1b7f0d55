"use client";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/words.tsx";
import { ApiError } from "#lib/client/api-error.ts";
import { fetchJson } from "#lib/client/fetch-json.ts";
import { signIn } from "#lib/client/sign-in.ts";

const BIG = "h-[38px] px-[11px] phone:h-[46px]";

/** Creates the first owner with the one-time token that the server printed, and signs in. */
export function SetupForm({ token }: { token: string }) {
  const t = useWords();
  const [problem, setProblem] = useState<{ field: string | null; message: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const errorOf = (field: string) => (problem?.field === field ? problem.message : null);
  const isElsewhere = problem !== null && !["token", "email", "password"].includes(problem.field ?? "");

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<"token" | "email" | "password", string>;
    setBusy(true);
    setProblem(null);
    try {
      await fetchJson("/api/setup", { method: "POST", body: { token: given.token.trim(), email: given.email, password: given.password } });
      const refused = await signIn(given.email, given.password);
      return window.location.assign(refused ? "/sign-in" : "/keys");
    } catch (error) {
      setProblem(error instanceof ApiError ? error : { field: null, message: t("setup.failed") });
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} method="post">
      {isElsewhere && (
        <Notice tone="danger" icon={CircleAlert} role="alert" className="mb-3.5">
          {problem.message}
        </Notice>
      )}
      <Field label={t("setup.token")} hint={t("setup.token.hint")} error={errorOf("token")} className="mb-3.5">
        {(control) => (
          <TextInput {...control} machine name="token" defaultValue={token} autoComplete="one-time-code" required autoFocus={!token} className={BIG} />
        )}
      </Field>
      <Field label={t("setup.email")} error={errorOf("email")} className="mb-3.5">
        {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" required autoFocus={Boolean(token)} className={BIG} />}
      </Field>
      <Field label={t("sign-in.password")} hint={t("setup.password.hint")} error={errorOf("password")} className="mb-[18px]">
        {(control) => <TextInput {...control} name="password" type="password" autoComplete="new-password" minLength={12} required className={BIG} />}
      </Field>
      <Button type="submit" kind="primary" disabled={isBusy} className="!h-[38px] w-full phone:!h-[46px] phone:text-[16px]">
        {t(isBusy ? "setup.busy" : "setup.create")}
      </Button>
    </form>
  );
}
