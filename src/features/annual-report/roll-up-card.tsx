import { useSuspenseQuery } from "@tanstack/react-query";
import { endpointQuery } from "#api/endpoint-query.ts";
import { registerContract } from "#api/register-contract.ts";
import { CardWords } from "./card-words.tsx";
import { WrittenEquation } from "./equation-list.tsx";
import { equationKey } from "./equations.ts";
import type { Choice } from "./form-card.tsx";
import type { ReportView } from "./report-view.ts";
import { describeParts, describeRollUp, unitsWithoutReport } from "./roll-up.ts";

const NO_ROLL_UP = "这是一个机关自己的报告，不与各单位之和核对；在“填报单位”选择汇总后核对。";

/** R7: every cell of the district's tables against the sum of its units, the differing units named. */
export function RollUpCard({ view, choice }: { view: ReportView; choice: Choice }) {
  const units = useSuspenseQuery(endpointQuery(registerContract.units, {}));
  const isRollUp = view.report.level === "rollUp";
  const open = view.results.filter(({ ruleId, verdict }) => ruleId === "R7" && verdict !== "pass");
  const chosen = choice.pick?.kind === "equation" ? equationKey(choice.pick.result) : null;
  return (
    <CardWords
      title="区级汇总与各单位（R7）"
      finding={isRollUp ? describeRollUp(view, unitsWithoutReport(view, units.data)) : NO_ROLL_UP}
      note={`汇总的表二、表三、表四每一格＝${isRollUp ? describeParts(view, units.data) : "各部门、镇街和办公室"}之和；差＝单位之和−汇总数。任一单位未报的格不判定。`}
      source={view.provenance.source}
      marks={view.provenance.marks}
    >
      {open.map((result) => (
        <WrittenEquation
          key={result.item}
          result={result}
          isChosen={equationKey(result) === chosen}
          onChoose={() => choice.choose(equationKey(result) === chosen ? null : equationKey(result))}
        />
      ))}
    </CardWords>
  );
}
