"use client";
import { useRef, useState } from "react";
import type { FormEvent } from "react";
import { CircleAlert } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/words.tsx";
import { signIn } from "#lib/client/sign-in.ts";
import { signInProblem } from "./sign-in-problem.ts";

const BIG = "h-[38px] px-[11px] phone:h-[46px]";

/** `next`: the path to go to afterwards, already known to be ours. `error`: next-auth's word from an earlier attempt. */
export function SignInForm({ next, error }: { next: string; error: string | null }) {
  const t = useWords();
  const [problem, setProblem] = useState<string | null>(error && t(signInProblem(error)));
  const [isBusy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      const refused = await signIn(String(given.get("email")), String(given.get("password")));
      if (!refused) return window.location.assign(next);
      setProblem(t(signInProblem(refused)));
      password.current?.select();
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : t("sign-in.failed"));
    }
    setBusy(false);
  }

  return (
    <form method="post" onSubmit={submit}>
      {problem && (
        <Notice tone="danger" icon={CircleAlert} role="alert" className="mb-3.5">
          {problem}
        </Notice>
      )}
      <Field label={t("sign-in.email")} className="mb-3.5">
        {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" required autoFocus className={BIG} />}
      </Field>
      <Field label={t("sign-in.password")} className="mb-3.5">
        {(control) => <TextInput {...control} ref={password} name="password" type="password" autoComplete="current-password" required className={BIG} />}
      </Field>
      <Button type="submit" kind="primary" disabled={isBusy} className="!h-[38px] w-full phone:!h-[46px] phone:text-[16px]">
        {t(isBusy ? "sign-in.busy" : "sign-in")}
      </Button>
    </form>
  );
}
