import type { EXPORT as EN } from "../en/export.ts";

export const EXPORT: Record<keyof typeof EN, string> = {
  "export.open": "导出",
  "export.title": "导出此视图",
  "export.lead": "按当前清单导出此视图的全部行，包含所有页，顺序不变。",
  "export.role": "导出需要审计员角色。",
  "export.partial": "部分数据源未读取，因此文件不完整，文件中会注明。",
  "export.format": "格式",
  "export.format.csv": "用于电子表格：UTF-8 编码，未获知的单元格以 # 加原因表示，公式已做无害化处理。",
  "export.format.json": "一个对象：查询、时间、覆盖情况和全部行。",
  "export.format.ndjson": "每行一条记录，供程序使用。",
  "export.columns": "列",
  "export.columns.all": "全部",
  "export.columns.shown": "表格中的列",
  "export.start": "导出 {count}",
  "export.running": "{rows, number} / {total, number} 行",
  "export.failed": "文件未写入",
  "export.done": "已保存 {rows, plural, other {# 行}}",
  "export.manifest": "保存清单说明：查询、时间、覆盖情况和校验值",
  "export.copy": "将此视图复制为",
  "export.copy.link": "链接",
  "export.copy.curl": "API 调用（curl）",
};
