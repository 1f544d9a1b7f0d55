import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { GET } from "../../../app/api/v1/keys/export/route.ts";
import { bearer } from "../../api/testing/ask-route.ts";
import { arbitraryRows } from "../../query/testing/arbitrary-row.ts";
import { saveWorld } from "../../store/keys/testing/save-world.ts";
import { useTestDatabase } from "../../store/test-database.ts";

describe("GET /keys/export", () => {
  useTestDatabase();
  beforeEach(async () => {
    const sample = fc.sample(arbitraryRows({ minLength: 3, maxLength: 3 }), { seed: 4, numRuns: 1 })[0] ?? [];
    await saveWorld(sample);
  });

  const ask = (authorization: string, search = "format=csv", signal?: AbortSignal) =>
    GET(new Request(`http://localhost:3000/api/v1/keys/export?${search}`, { headers: { authorization }, ...(signal && { signal }) }), {
      params: Promise.resolve({}),
    });

  test("one at a time for each actor, three for the process; however one ends, its turn is free", async () => {
    const [ada, bob, eve, vic] = [await bearer("auditor"), await bearer("auditor"), await bearer("owner"), await bearer("operator")];
    const first = await ask(ada);
    expect([first.status, (await ask(ada)).status]).toEqual([200, 429]);
    await first.text();
    const second = await ask(ada);
    expect(second.status).toBe(200);
    await second.body?.cancel();
    const away = new AbortController();
    expect((await ask(ada, "format=json", away.signal)).status).toBe(200);
    away.abort();
    expect((await ask(ada, "format=xml")).status).toBe(400);
    const three = [await ask(ada), await ask(bob), await ask(eve)];
    const refused = await ask(vic);
    expect([...three.map(({ status }) => status), refused.status]).toEqual([200, 200, 200, 429]);
    expect(await refused.json()).toMatchObject({ error: { code: "rate_limited", message: expect.stringContaining("3 exports") } });
    for (const answer of three) await answer.text();
    expect(await (await ask(vic)).text()).toContain("keyId");
  });
});
