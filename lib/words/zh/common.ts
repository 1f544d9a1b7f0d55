import type { COMMON as EN } from "../en/common.ts";

export const COMMON: Record<keyof typeof EN, string> = {
  "list.comma": "，",
  "list.and": "、",
  "list.half": "；",
  "list.next": "{sentence}",
  "list.stop": "。",
  request: "请求",
  "request.id": "请求 {id}",
  retry: "重试",
  cancel: "取消",
};
