import type { KEYBOARD as EN } from "../en/keyboard.ts";

export const KEYBOARD: Record<keyof typeof EN, string> = {
  "keyboard.open": "快捷键",
  "keyboard.title": "键盘快捷键",
  "keyboard.lead": "在密钥页有效，输入文字时不起作用。",
  "keyboard.table": "表格内",
  "keyboard.page": "页面",
  "keyboard.next": "下一个密钥",
  "keyboard.previous": "上一个密钥",
  "keyboard.ends": "本页第一个和最后一个密钥",
  "keyboard.ten": "前进或后退十个密钥",
  "keyboard.heads": "移到列标题并在其间移动",
  "keyboard.enter": "打开密钥",
  "keyboard.escape": "关闭最上层：先对话框，后密钥面板",
  "keyboard.page.next": "下一页",
  "keyboard.page.previous": "上一页",
  "keyboard.search": "跳转到密钥 ID 或别名",
  "keyboard.filter": "筛选",
  "keyboard.help": "本列表",
  "keyboard.off": "单键快捷键已开启",
  "keyboard.off.hint": "若与读屏软件或语音输入冲突，可将其关闭。方向键始终有效。此设置保存在本浏览器中。",
};
