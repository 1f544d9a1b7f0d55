import { customType } from "drizzle-orm/pg-core";
import { isoTime } from "../iso-time.ts";

/** Written as any ISO 8601 time, read as `2026-11-22T06:00:00.000Z`, whatever the server's time zone and date style. */
export const time = customType<{ data: string; driverData: string }>({ dataType: () => "timestamp with time zone", fromDriver: isoTime });
