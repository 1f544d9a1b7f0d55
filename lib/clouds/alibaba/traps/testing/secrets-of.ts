import type { World } from "#emulators/index.ts";

/** What opens the accounts of a world, whole access key ids among it: a hint of them is all that may be seen. */
export function secretsOf(world: World): string[] {
  return world.accounts.flatMap(({ credential, otherCredentials }) =>
    [credential, ...otherCredentials].flatMap(({ accessKeyId, accessKeySecret, secretAccessKey, securityToken, password }) =>
      [accessKeyId, accessKeySecret, secretAccessKey, securityToken, password].filter((secret) => secret !== undefined),
    ),
  );
}
