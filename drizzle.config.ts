import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate` writes the next migration; it is committed and never edited afterwards. */
export default defineConfig({ dialect: "postgresql", schema: "./lib/store/schema/*.ts", out: "./lib/store/migrations" });
