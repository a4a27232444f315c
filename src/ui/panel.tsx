import { Component, createContext, type ReactNode, Suspense, use, useRef } from "react";
import { Button } from "./button.tsx";
import styles from "./panel.module.css";
import { PanelLabel } from "./panel-label.ts";
import { usePanelTurn } from "./panel-turns.ts";
import { useLasting } from "./use-lasting.ts";

/** What a failed panel does before it tries again: the page's data layer forgets the failure. */
const RetryContext = createContext<() => void>(() => {});
export const RetryProvider = RetryContext.Provider;

interface PanelProps {
  /** Usual height of the finished panel in px, kept while it loads, so that little jumps when its content comes. */
  minHeight: number;
  /** Columns of the page's twelve. */
  span?: number;
  /** True for content that brings its own card, such as the filter bar. */
  bare?: boolean;
  /** Old data under new picks: dimmed and marked 更新中. */
  stale?: boolean;
  /** Names the panel while it loads, when it failed and when it is empty. */
  label?: string;
  children: ReactNode;
}

/** One card that waits and fails alone: its neighbours and the page stay. */
export function Panel({ minHeight, span = 12, bare = false, stale = false, label = "", children }: PanelProps) {
  const retry = use(RetryContext);
  const place = useRef<HTMLDivElement>(null);
  const { content, waits, isLoading } = usePanelTurn(place, children);
  const isSlow = useLasting(isLoading);
  // Out of sight nobody sees the veil.
  const isDimmed = (stale && !waits) || isSlow;
  return (
    <div
      ref={place}
      className={bare ? styles["bare"] : styles["panel"]}
      style={{ gridColumn: `span ${span}` }}
      data-stale={isDimmed || undefined}
      aria-busy={stale || waits || undefined}
    >
      {isDimmed ? <span className={styles["updating"]}>更新中</span> : null}
      <PanelBoundary label={label} onRetry={retry} content={content}>
        <PanelLabel value={bare ? "" : label}>
          <Suspense fallback={<Skeleton height={minHeight} bare={bare} label={label} />}>{content}</Suspense>
        </PanelLabel>
      </PanelBoundary>
    </div>
  );
}

/** Padding and border of the card, above and below. */
const CARD_EDGE = 34;

/** Blocks in the card's own geometry: title, finding, plot. No shimmer. */
function Skeleton({ height, bare, label }: { height: number; bare: boolean; label: string }) {
  return (
    <div className={styles["skeleton"]} style={{ minHeight: bare ? height : height - CARD_EDGE }} role="status">
      <span className="visually-hidden">{label}正在加载</span>
      <i className={styles["blockTitle"]} />
      {height > 90 ? <i className={styles["blockLine"]} /> : null}
      {height > 140 ? <i className={styles["blockPlot"]} /> : null}
    </div>
  );
}

interface BoundaryProps {
  label: string;
  onRetry: () => void;
  /** What the panel was given to show; something else deserves another try. */
  content: ReactNode;
  children: ReactNode;
}

class PanelBoundary extends Component<BoundaryProps, { failure: unknown }> {
  override state: { failure: unknown } = { failure: null };

  static getDerivedStateFromError(failure: unknown) {
    return { failure: failure ?? new Error("unknown") };
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (this.state.failure !== null && before.content !== this.props.content) this.setState({ failure: null });
  }

  private readonly tryAgain = () => {
    this.props.onRetry();
    this.setState({ failure: null });
  };

  override render() {
    if (this.state.failure === null) return this.props.children;
    return <PanelFailure label={this.props.label} failure={this.state.failure} onRetry={this.tryAgain} />;
  }
}

/** Errors of the data layer carry a Chinese message, a code and the endpoint; any other error is a fault of the page. */
export function toFailureWords(failure: unknown): { sentence: string; details: string[] } {
  const { message, code, path, field } = (typeof failure === "object" && failure !== null ? failure : {}) as Record<
    "message" | "code" | "path" | "field",
    unknown
  >;
  const details = [
    typeof code === "string" ? `代码 ${code}` : "代码 pageFault",
    typeof path === "string" ? `接口 ${path}` : "",
    typeof field === "string" ? `字段 ${field}` : "",
  ].filter((text) => text !== "");
  if (typeof code === "string" && typeof message === "string" && message !== "") return { sentence: message, details };
  return { sentence: "这一块没有显示出来，其余内容不受影响。", details };
}

function PanelFailure({ label, failure, onRetry }: { label: string; failure: unknown; onRetry: () => void }) {
  const { sentence, details } = toFailureWords(failure);
  return (
    <div className={styles["failure"]} role="alert">
      <p className={styles["sentence"]}>{label === "" ? sentence : `${label}：${sentence}`}</p>
      <p className={styles["details"]}>{details.join(" · ")}</p>
      <Button onClick={onRetry}>重试</Button>
    </div>
  );
}
