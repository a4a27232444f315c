import type { ReactNode } from "react";

/** Line icons on a 16 px grid, stroke 1.3. They never stand alone: a word or a name goes with each. */
const SHAPES = {
  inspections: (
    <>
      <rect x="2.5" y="2" width="11" height="12" rx="0.8" />
      <path d="M5 5.2h6M5 8h2.4M5 10.8h2.4M9 9.8l1.3 1.3 2.2-2.6" />
    </>
  ),
  deductions: <path d="M2.5 2v12M2.5 3.6h10.5M2.5 8h7M2.5 12.4h4" />,
  applications: (
    <>
      <rect x="2" y="3.2" width="12" height="9.6" rx="0.8" />
      <path d="M2.4 4l5.6 4.6L13.6 4" />
    </>
  ),
  rectifications: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.6V8l2.4 1.6" />
    </>
  ),
  annualReport: (
    <>
      <rect x="2.2" y="3.2" width="11.6" height="10.4" rx="0.8" />
      <path d="M2.2 6.6h11.6M5.4 1.8v2.6M10.6 1.8v2.6M5 9.2h2.4M5 11.4h5" />
    </>
  ),
  overview: <path d="M2.2 2.2h4.8v4.8H2.2zM9 2.2h4.8v4.8H9zM2.2 9h4.8v4.8H2.2zM9 9h4.8v4.8H9z" />,
  unit: (
    <>
      <path d="M2.5 14V3.2L9 2v12M9 6.4h4.5V14M1.6 14h12.8" />
      <path d="M4.8 5.4h2M4.8 8h2M4.8 10.6h2M11 9h.8M11 11.4h.8" />
    </>
  ),
  rules: (
    <>
      <path d="M3.5 2h6.6l2.9 2.9V14H3.5z" />
      <path d="M6 6.4h4.6M6 8.8h4.6M6 11.2h3" />
    </>
  ),
  whatIf: (
    <>
      <path d="M2.5 4.6h11M2.5 11.4h11" />
      <circle cx="6" cy="4.6" r="1.8" />
      <circle cx="10.4" cy="11.4" r="1.8" />
    </>
  ),
  collapse: <path d="M9.5 3.5L5 8l4.5 4.5M12.8 3.5v9" />,
  expand: <path d="M6.5 3.5L11 8l-4.5 4.5M3.2 3.5v9" />,
  light: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.5v1.8M8 12.7v1.8M1.5 8h1.8M12.7 8h1.8M3.4 3.4l1.3 1.3M11.3 11.3l1.3 1.3M3.4 12.6l1.3-1.3M11.3 4.7l1.3-1.3" />
    </>
  ),
  dark: <path d="M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z" />,
  system: (
    <>
      <rect x="2" y="2.8" width="12" height="8.4" rx="0.8" />
      <path d="M5.4 13.6h5.2M8 11.2v2.4" />
    </>
  ),
  bookmark: <path d="M4 2.2h8v11.6L8 10.8l-4 3z" />,
  present: (
    <>
      <rect x="1.8" y="2.6" width="12.4" height="8.2" rx="0.8" />
      <path d="M8 10.8v2.8M5.2 13.6h5.6M6.8 5l3 1.7-3 1.7z" />
    </>
  ),
  down: <path d="M4 6.2L8 10.2l4-4" />,
  close: <path d="M4.2 4.2l7.6 7.6M11.8 4.2l-7.6 7.6" />,
  check: <path d="M3 8.4l3.3 3.3L13 4.8" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.4" />
      <path d="M10.3 10.3l3.5 3.5" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[name]}
    </svg>
  );
}
