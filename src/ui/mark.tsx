import styles from "./mark.module.css";

/** 演示数据, 草稿: a fact about the numbers, not an alarm, so it has no colour. */
export function Mark({ word, explanation }: { word: string; explanation?: string }) {
  return (
    <span className={styles["mark"]} title={explanation}>
      {word}
    </span>
  );
}
