import { countUsers } from "../store/users.ts";
import { logUnknown } from "./answer-error.ts";

/** Whether the database answers, with its tables in place. The reason goes to the log: the asker may be anyone. */
export async function isReady(): Promise<boolean> {
  try {
    await countUsers();
    return true;
  } catch (error) {
    logUnknown(error, { event: "instance.ready" });
    return false;
  }
}
