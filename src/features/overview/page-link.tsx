import { Link } from "react-router";
import type { Filters } from "#domain/filters.ts";
import { filterSearch } from "#filters/filter-search.ts";
import styles from "./overview-page.module.css";

interface PageLinkProps {
  path: string;
  word: string;
  picks: Partial<Filters>;
}

/** From a figure to the page that it is a part of, with the same picks. */
export function PageLink({ path, word, picks }: PageLinkProps) {
  return (
    <Link to={{ pathname: path, search: filterSearch(picks) }} className={styles["pageLink"] ?? ""}>
      {word}
    </Link>
  );
}
