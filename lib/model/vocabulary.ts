/** The common vocabulary: what every cloud's words are mapped to. Closed lists are checked by the compiler and the API. */

export const CLOUDS = ["alibaba", "huawei"] as const;
export type CloudId = (typeof CLOUDS)[number];

export const STATES = ["enabled", "disabled", "pending-deletion", "pending-import", "pending-activation"] as const;
export const FAMILIES = ["symmetric", "rsa", "ec", "sm", "mac", "pqc", "other"] as const;
export const USAGES = ["encrypt-decrypt", "sign-verify", "mac", "key-agreement"] as const;
export const ORIGINS = ["cloud", "imported", "external-store"] as const;
export const PROTECTIONS = ["software", "hsm"] as const;
export const MANAGERS = ["customer", "service"] as const;
export const ROTATIONS = ["on", "off", "suspended"] as const;
export const DELETION_PROTECTIONS = ["on", "off"] as const;
export const PRESENCES = ["present", "missing", "gone"] as const;

/** Why a cell holds no value. The first two are answers of a kind; the last three mean that nobody told us. */
export const ABSENT_REASONS = ["not-applicable", "unreported", "denied", "failed", "pending"] as const;
export type AbsentReason = (typeof ABSENT_REASONS)[number];

/** Reasons under which a test of a value is neither yes nor no. */
export const UNDECIDED_REASONS = ["denied", "failed", "pending"] as const satisfies readonly AbsentReason[];

export type Family = (typeof FAMILIES)[number];
export type Protection = (typeof PROTECTIONS)[number];
export type Manager = (typeof MANAGERS)[number];
export type Rotation = (typeof ROTATIONS)[number];
export type DeletionProtection = (typeof DELETION_PROTECTIONS)[number];
export type Presence = (typeof PRESENCES)[number];
