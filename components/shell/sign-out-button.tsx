"use client";
import { LogOut } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/words.tsx";
import { signOut } from "#lib/client/sign-in.ts";

export function SignOutButton() {
  const t = useWords();
  const [failed, setFailed] = useState(false);
  return (
    <>
      <Button
        icon={LogOut}
        className="w-full"
        onClick={() => {
          signOut().then(
            () => window.location.assign("/sign-in"),
            () => setFailed(true),
          );
        }}
      >
        {t("shell.sign-out")}
      </Button>
      {failed && (
        <p role="alert" className="mt-1 text-hint text-danger">
          {t("shell.sign-out.failed")}
        </p>
      )}
    </>
  );
}
