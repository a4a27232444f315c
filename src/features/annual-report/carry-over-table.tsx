import type { CarryOverLink } from "#domain/outcome-totals.ts";
import styles from "./carry-over-table.module.css";
import { VerdictMark } from "./verdict-mark.tsx";

/** Each year starts with what the year before left (R5). */
export function CarryOverTable({ chain, subject }: { chain: readonly CarryOverLink[]; subject: string }) {
  return (
    <table className={styles["table"]}>
      <caption className="visually-hidden">{`${subject}：跨年结转链（单位：件）`}</caption>
      <thead>
        <tr>
          {["年度", "上年结转", "本年新收", "办结", "结转下年度", "R5"].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chain.map((link) => (
          <tr key={link.year}>
            <th scope="row">{link.year}</th>
            <td>{link.carriedOver.text}</td>
            <td>{link.newReceived.text}</td>
            <td>{link.closed.text}</td>
            <td>{link.carriedForward.text}</td>
            <td>{link.check && <VerdictMark result={link.check} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
