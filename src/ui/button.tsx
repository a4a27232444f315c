import type { ButtonHTMLAttributes, Ref } from "react";
import styles from "./button.module.css";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** quiet: a word that acts, without a border · strong: the one main act. */
  look?: "plain" | "quiet" | "strong";
  /** 28 px for figure menus, 30 px in bars. */
  size?: "small" | "normal";
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = "plain", size = "normal", className = "", type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={`${styles["button"]} ${styles[look]} ${styles[size]} ${className}`} {...rest} />
  );
}
