import type { COMMON as EN } from "../en/common.ts";

export const COMMON: Record<keyof typeof EN, string> = {
  "list.comma": "，",
  "list.stop": "。",
  request: "请求",
};
