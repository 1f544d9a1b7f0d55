import type { SIGN_IN as EN } from "../en/sign-in.ts";

export const SIGN_IN: Record<keyof typeof EN, string> = {
  "sign-in": "登录",
  "sign-in.email": "邮箱",
  "sign-in.password": "密码",
  "sign-in.busy": "正在登录",
  "sign-in.return": "登录后将返回您打开的链接：",
  "sign-in.wrong": "邮箱或密码错误。",
  "sign-in.too-many": "失败次数过多。请等待几分钟后重试。",
  "sign-in.unavailable": "目前无法登录：数据库没有响应。请一分钟后重试。",
  "sign-in.ended": "会话已结束，请重新登录。",
  "sign-in.failed": "登录失败，请重试。",
  setup: "初始化",
  "setup.title": "初始化 Keyatlas",
  "setup.lead": "目前还没有人可以登录。第一个人将成为所有者。",
  "setup.failed": "初始化失败，请重试。",
  "setup.token": "初始化令牌",
  "setup.token.hint": "首次启动时打印，并保存在数据目录的 setup-token 文件中。",
  "setup.email": "您的邮箱",
  "setup.password.hint": "至少 12 个字符，可以是一句话。",
  "setup.busy": "正在初始化",
  "setup.create": "创建首位所有者",
};
