import { type ChangeEvent, useId, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";
import styles from "./text-check.module.css";
import { LONGEST_TEXT, readReportFile, UnreadableText, withinLimit } from "./text-check-file.ts";

interface TextCheckInputProps {
  draft: string;
  onDraft: (text: string) => void;
  /** The text to compare. */
  onCheck: (text: string) => void;
}

/** Paste, type or open a file; what is wrong with it is said beside the field. */
export function TextCheckInput({ draft, onDraft, onCheck }: TextCheckInputProps) {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState("");

  function check(text: string) {
    try {
      onCheck(withinLimit(text));
    } catch (error) {
      setFailure(reasonOf(error));
    }
  }
  async function open(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (file === undefined) return;
    setFailure("");
    try {
      const text = await readReportFile(file);
      onDraft(text);
      onCheck(text);
    } catch (error) {
      setFailure(reasonOf(error));
    } finally {
      // The same file can be picked again after it was mended.
      if (picker.current !== null) picker.current.value = "";
    }
  }
  return (
    <>
      <label className={styles["label"]} htmlFor={`${id}-text`}>
        报告正文
      </label>
      <textarea
        id={`${id}-text`}
        className={styles["field"]}
        rows={10}
        value={draft}
        aria-describedby={`${id}-hint ${id}-failure`}
        aria-invalid={failure !== ""}
        placeholder="在这里粘贴年度报告的正文，可以连同表格一起粘贴。"
        onChange={(event) => {
          setFailure("");
          onDraft(event.target.value);
        }}
      />
      <div className={styles["actions"]}>
        <Button look="strong" disabled={draft.trim() === ""} onClick={() => check(draft)}>
          比对
        </Button>
        <Button onClick={() => picker.current?.click()}>打开 .txt / .docx</Button>
        <input
          ref={picker}
          type="file"
          accept=".txt,.docx"
          className="visually-hidden"
          tabIndex={-1}
          aria-label="打开报告文件"
          onChange={(event) => void open(event)}
        />
        <Button look="quiet" disabled={draft === ""} onClick={() => onDraft("")}>
          清空
        </Button>
        <span id={`${id}-hint`} className={styles["hint"]}>
          {`只在本页比对，不上传、不保存；至多 ${LONGEST_TEXT.toLocaleString("en-US")} 字。`}
        </span>
      </div>
      <p id={`${id}-failure`} role="alert" className={failure === "" ? styles["silent"] : styles["failure"]}>
        {failure}
      </p>
    </>
  );
}

function reasonOf(error: unknown): string {
  return error instanceof UnreadableText ? error.message : "文件读取失败，请把正文复制粘贴进来。";
}
