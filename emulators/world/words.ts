/** Names and sentences that grown keys are made of. */
export const LEAVES: readonly string[] = [
  "vault", "orders", "index-at-rest", "snapshots", "backup", "session-seal", "token-map", "ledger", "exports", "archive", "queue", "cache", "uploads", "reports",
  "webhooks", "payouts", "invoices", "customer-pii", "events", "metrics", "staging", "sandbox", "images", "mail", "notebooks", "features", "clickstream", "partners",
  "settlement", "kyc", "disputes", "config", "volumes", "warehouse", "streams", "replica", "device-keys", "audit-log", "key-wrap", "transfer",
];
export const OWNERS: readonly string[] = ["payments", "platform", "data", "security", "retail", "crm", "finance", "mobile", "search", "平台组"];
export const DESCRIPTIONS: readonly string[] = [
  "Data at rest", "Nightly backups", "Do not disable: batch jobs read through it", "Object storage buckets", "Block volumes", "Database columns", "Ticket 4711",
  "Owned by the platform team", "Rotated by policy", "Wraps data keys only", "Used by the import pipeline", "数据库落盘加密", "日志加密主密钥", "对象存储加密", "备份加密，勿停用",
  "测试环境", "客户数据加密", "Message queue payloads", "Signing of outgoing files", "Temporary, ask the owner",
];
