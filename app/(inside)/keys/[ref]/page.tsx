import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { OneKeyPage } from "#components/keys/one-key/one-key-page.tsx";
import { pageScope } from "#lib/auth/page-scope.ts";
import { keyQuery } from "#lib/client/queries.ts";
import { makeQueryClient } from "#lib/client/query-client.ts";
import { getKey } from "#lib/inventory/get-key.ts";
import type { KeyDetail } from "#lib/model/key.ts";
import { ID_SHAPE } from "#lib/model/new-id.ts";
import { Refusal } from "#lib/model/refusal.ts";
import "./print.css";

type Params = Promise<{ ref: string }>;

/** Once a request, for the title and for the page. A key that is absent and one of others end on the same page. */
const readKey = cache(async (ref: string): Promise<KeyDetail> => {
  const scope = await pageScope();
  if (!ID_SHAPE.test(ref)) notFound();
  return getKey(scope, ref).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { alias, keyId } = await readKey((await params).ref);
  return { title: alias ?? keyId };
}

export default async function OneKey({ params }: { params: Params }) {
  const key = await readKey((await params).ref);
  const client = makeQueryClient();
  client.setQueryData(keyQuery(key.ref).queryKey, key);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OneKeyPage keyRef={key.ref} />
    </HydrationBoundary>
  );
}
