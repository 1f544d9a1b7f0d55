"use client";
import { Dialog } from "#components/ui/dialog.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { LiveAnswer, LiveDifference, LivePlan } from "#lib/model/answers.ts";
import type { QueryField } from "#lib/query/fields.ts";
import type { Translate } from "#lib/words/translate.ts";
import { useAccountName } from "../sources/use-account-name.ts";
import type { KeyView } from "./key-view.ts";
import { FreeText } from "./free-text.tsx";
import { fieldWords, inSentence, partWords } from "./words.ts";

/** How a live answer came about: what each cloud filtered itself, what was filtered here, what it cost, and where it differs from the inventory. */
export function LivePlanDialog({ view, answer, onClose }: { view: KeyView; answer: LiveAnswer; onClose: () => void }) {
  const t = useWords();
  const calls = answer.plan.reduce((sum, one) => sum + one.calls, 0);
  return (
    <Dialog title={t("plan.title")} wide onClose={onClose}>
      <Differences view={view} answer={answer} onLeave={onClose} />
      <h3 className="mt-3 font-strong">{t("plan.sum", { sources: answer.plan.length, calls })}</h3>
      <p className="mb-1 text-ink-2">{t("plan.note")}</p>
      <ul>
        {answer.plan.map((one) => (
          <PlanItem key={`${one.account} ${one.region} ${one.project}`} plan={one} />
        ))}
      </ul>
    </Dialog>
  );
}

function PlanItem({ plan }: { plan: LivePlan }) {
  const t = useWords();
  const accountName = useAccountName();
  const { account, region, project, pushedDown, local, ignored, refused, pages, calls } = plan;
  return (
    <li className="border-line py-2 not-last:border-b">
      <p>
        <b>
          <FreeText text={accountName(account)} />
        </b>{" "}
        <code className="mono text-code break-all text-ink-2">{project ? `${region} · ${project}` : region}</code>
        <span className="float-right text-hint text-ink-3">{t("plan.cost", { pages, calls })}</span>
      </p>
      <p className="text-ink-2">
        {pushedDown.length > 0 ? t("plan.pushed", { fields: namesOf(pushedDown, t) }) : t("plan.everything")}
        {local.length > 0 && t("plan.local", { fields: namesOf(local, t) })}
      </p>
      {ignored.length > 0 && <p className="text-warn">{t("plan.ignored", { fields: namesOf(ignored, t) })}</p>}
      {refused.length > 0 && <p className="text-ink-2">{t("plan.refused", { fields: namesOf(refused, t) })}</p>}
    </li>
  );
}

function Differences({ view, answer, onLeave }: { view: KeyView; answer: LiveAnswer; onLeave: () => void }) {
  const t = useWords();
  const { created, gone, changed, rows } = answer.differences;
  const all = created + gone + changed;
  if (all === 0) return <p className="text-ink-2">{t("plan.same")}</p>;
  return (
    <>
      <h3 className="font-strong">{t("plan.different")}</h3>
      <p className="text-ink-2">{t("plan.counts", { created, gone, changed })}</p>
      <ul>
        {rows.map(({ ref, alias, kind, fields }) => (
          <li key={`${kind} ${ref}`} className="flex flex-wrap gap-x-2 border-line py-1.5 not-last:border-b">
            <DifferingKey difference={{ ref, alias, kind, fields }} {...{ view, answer, onLeave }} />
            <span className="text-ink-3">
              {fields.length > 0
                ? t("plan.fields", { kind: t(`plan.${kind}`), fields: fields.map((name) => partWords(name, t)).join(t("list.and")) })
                : t(`plan.${kind}`)}
            </span>
          </li>
        ))}
      </ul>
      {rows.length < all && <p className="text-hint text-ink-3">{t("plan.first", { count: rows.length })}</p>}
    </>
  );
}

/** A key that was created since stands in no inventory yet: it opens beside its live row, where this page has it. */
function DifferingKey({ difference, view, answer, onLeave }: { difference: LiveDifference; view: KeyView; answer: LiveAnswer; onLeave: () => void }) {
  const { ref, alias, kind } = difference;
  const name = alias ? <FreeText text={alias} /> : <code className="mono text-code">{ref}</code>;
  const look = "text-accent underline";
  if (kind !== "created")
    return (
      <PageLink href={`/keys?presence=any&key=${ref}`} className={look}>
        {name}
      </PageLink>
    );
  if (!answer.rows.some((row) => row.ref === ref)) return name;
  return (
    <SoftLink href={view.href({ ...view.query, key: ref })} onClick={onLeave} className={look}>
      {name}
    </SoftLink>
  );
}

const namesOf = (fields: readonly string[], t: Translate) => fields.map((field) => inSentence(fieldWords(field as QueryField, t))).join(t("list.and"));
