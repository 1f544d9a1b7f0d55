"use client";
import type { KeyDetail } from "#lib/model/key.ts";
import { TagList } from "../tag-list.tsx";
import { FactMenu } from "./fact-menu.tsx";
import { ValueMenu } from "./value-menu.tsx";

/** The tags of a key, each the button of its own menu. `before`: the inventory's, where the cloud tells others now. */
export function KeyTags({ record, before }: { record: KeyDetail; before: Record<string, string> | null }) {
  return (
    <TagList
      tags={record.tags ?? {}}
      before={before}
      wrap={(key, value, tag) => {
        const text = value ? `${key}:${value}` : key;
        return (
          <ValueMenu name={text} face={tag}>
            {() => <FactMenu record={record} fact="tags" asked={[{ field: "tag", value: { kind: "tag", key, value } }]} copied={{ text, what: key }} />}
          </ValueMenu>
        );
      }}
    />
  );
}
