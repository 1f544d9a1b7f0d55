"use client";
import { Dialog } from "#components/ui/dialog.tsx";
import { countOf, formatCount } from "#components/ui/format-count.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import type { LiveAnswer, LiveDifference, LivePlan } from "#lib/model/answers.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { useAccountName } from "../sources/use-account-name.ts";
import { FreeText } from "./free-text.tsx";
import { fieldWords } from "./words.ts";

const KINDS: Record<LiveDifference["kind"], string> = { created: "Created since", gone: "Gone since", changed: "Changed since" };

/** How a live answer came about: what each cloud filtered itself, what was filtered here, what it cost, and where it differs from the inventory. */
export function LivePlanDialog({ answer, onClose }: { answer: LiveAnswer; onClose: () => void }) {
  const calls = answer.plan.reduce((sum, one) => sum + one.calls, 0);
  return (
    <Dialog title="How the clouds were asked" wide onClose={onClose}>
      <Differences answer={answer} />
      <h3 className="mt-3 font-strong">
        {countOf(answer.plan.length, "source")}, {countOf(calls, "call")}
      </h3>
      <p className="mb-1 text-ink-2">Whatever a cloud filters is filtered here again: a cloud may pass over a filter without a word.</p>
      <ul>
        {answer.plan.map((one) => (
          <PlanItem key={`${one.account} ${one.region} ${one.project}`} plan={one} />
        ))}
      </ul>
    </Dialog>
  );
}

function PlanItem({ plan }: { plan: LivePlan }) {
  const accountName = useAccountName();
  const { account, region, project, pushedDown, local, ignored, refused, pages, calls } = plan;
  return (
    <li className="border-line py-2 not-last:border-b">
      <p>
        <b>
          <FreeText text={accountName(account)} />
        </b>{" "}
        <code className="mono text-code break-all text-ink-2">{project ? `${region} · ${project}` : region}</code>
        <span className="float-right text-hint text-ink-3">
          {countOf(pages, "page")}, {countOf(calls, "call")}
        </span>
      </p>
      <p className="text-ink-2">
        {pushedDown.length > 0 ? `Filtered by the cloud: ${namesOf(pushedDown)}. ` : "The cloud was asked for everything. "}
        {local.length > 0 && `Filtered here: ${namesOf(local)}.`}
      </p>
      {ignored.length > 0 && <p className="text-warn">Ignored by the cloud, so filtered here: {namesOf(ignored)}.</p>}
      {refused.length > 0 && <p className="text-ink-2">This cloud does not take: {namesOf(refused)}.</p>}
    </li>
  );
}

function Differences({ answer: { differences } }: { answer: LiveAnswer }) {
  const { created, gone, changed, rows } = differences;
  const all = created + gone + changed;
  if (all === 0) return <p className="text-ink-2">The sources that answered say the same as the inventory.</p>;
  return (
    <>
      <h3 className="font-strong">Different from the inventory</h3>
      <p className="text-ink-2">
        {formatCount(created)} created since, {formatCount(gone)} gone since, {formatCount(changed)} changed since.
      </p>
      <ul>
        {rows.map(({ ref, alias, kind, fields }) => (
          <li key={`${kind} ${ref}`} className="flex flex-wrap gap-x-2 border-line py-1.5 not-last:border-b">
            <PageLink href={`/keys?presence=any&key=${ref}`} className="text-accent underline">
              {alias ? <FreeText text={alias} /> : <code className="mono text-code">{ref}</code>}
            </PageLink>
            <span className="text-ink-3">
              {KINDS[kind]}
              {fields.length > 0 && `: ${fields.join(", ")}`}
            </span>
          </li>
        ))}
      </ul>
      {rows.length < all && <p className="text-hint text-ink-3">The first {formatCount(rows.length)} are shown.</p>}
    </>
  );
}

const namesOf = (fields: readonly string[]) => fields.map((field) => fieldWords(field as QueryField).toLowerCase()).join(", ");
