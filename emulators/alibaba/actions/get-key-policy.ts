import { VendorError } from "../../exchange.ts";
import type { Action } from "../call.ts";
import { findNamedKey } from "../find-named-key.ts";

/** The one policy of a key, `default`, as JSON text inside JSON. Keys outside of KMS instances have none. */
export const getKeyPolicy: Action = (call) => {
  const key = findNamedKey(call);
  const name = call.params.get("PolicyName");
  if (name && name !== "default") throw new VendorError(400, "InvalidParameter", "The specified parameter PolicyName is not valid.");
  const { policy } = key.extras;
  if (key.facts.instance === null || policy === null) throw new VendorError(404, "Forbidden.ResourceNotFound", "Resource not found.");
  return { Policy: policy };
};
