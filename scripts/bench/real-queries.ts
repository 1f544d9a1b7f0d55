/**
 * What people, saved links and programs ask, as query strings, by the share that each has of the asking: the plain list and one click in the rail
 * most of all, then a few clicks together, text, dates, other orders, far pages. `{id}` is put in for a key of the inventory at hand.
 */
export const REAL_QUERIES: readonly string[] = [
  ...["", "", "", "page=2", "page=3", "size=200", "sort=-created", "sort=state", "sort=account", "sort=-rotated", "sort=region&page=9", "sort=spec&size=100"],
  ...[
    "state=enabled",
    "state=disabled",
    "state=pending-deletion",
    "state=!enabled",
    "rotation=off",
    "rotation=on",
    "rotation=denied",
    "rotation=not-applicable",
  ],
  ...[
    "spec=aes-256",
    "spec=!aes-256",
    "spec=rsa-2048,rsa-3072,rsa-4096",
    "family=sm",
    "usage=sign-verify",
    "origin=imported",
    "protection=hsm",
    "manager=customer",
  ],
  ...["account=bench0000003", "account=bench0000003,bench0000040", "account=~prod", "region=cn-hangzhou", "region=^cn-,eu-", "presence=present"],
  ...[
    "manager=customer&rotation=off",
    "manager=customer&rotation=off&state=enabled",
    "family=symmetric&origin=cloud&rotation=!on",
    "account=~prod&state=enabled&spec=aes-256",
  ],
  ...[
    "region=cn-shanghai&protection=hsm&usage=encrypt-decrypt",
    "rotation=off,suspended&manager=customer&sort=-created",
    "state=enabled&rotation=off&judged=undecided",
  ],
  ...[
    "q=payments",
    "q=ledger&state=enabled",
    "q=clearing",
    "q=zz-nothing-has-this",
    "alias=~vault",
    "alias=^payments/",
    "alias=none",
    "description=~backup",
    "tag=env:prod",
    "tag=!owner",
    "id={id}",
  ],
  ...[
    "deletes=..7d",
    "deletes=..30d&sort=deletes",
    "created=2025-01-01..",
    "created=-90d..&manager=customer",
    "rotated=..-365d&rotation=on",
    "expires=..60d",
    "instance=any",
  ],
  "tag=env:prod&rotation=off&state=enabled",
];

/** Counts that a program asks for beside a page. */
export const EIGHT_FACETS = "cloud,state,rotation,account,spec,region,usage,protection";
