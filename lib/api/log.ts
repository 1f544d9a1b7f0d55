import { pino } from "pino";

/** Structured lines on standard output. Never give it a body, a header, a query string or a credential. */
export const log = pino({ name: "keyatlas", level: process.env.NODE_ENV === "test" ? "silent" : "info", base: null });
