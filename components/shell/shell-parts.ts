"use client";
import { LanguageSwitch } from "./language-switch.tsx";
import { RefreshButton } from "./refresh-button.tsx";
import { SignOutButton } from "./sign-out-button.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

/** What the frame takes up once it is drawn. */
export default { LanguageSwitch, RefreshButton, SignOutButton, ThemeToggle };
