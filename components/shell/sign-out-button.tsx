"use client";
import { LogOut } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { signOut } from "#lib/client/sign-in.ts";

export function SignOutButton() {
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
        Sign out
      </Button>
      {failed && (
        <p role="alert" className="mt-1 text-hint text-danger">
          Signing out failed. You are still signed in.
        </p>
      )}
    </>
  );
}
