import type { CloudId } from "../model/vocabulary.ts";
import { alibaba } from "./alibaba/index.ts";
import type { Cloud } from "./cloud.ts";
import { huawei } from "./huawei/index.ts";

/** Every cloud, one line each. */
export const CLOUD_REGISTRY = {
  alibaba,
  huawei,
} as const satisfies Record<CloudId, Cloud>;

export function cloudOf(id: CloudId): Cloud {
  return CLOUD_REGISTRY[id];
}
