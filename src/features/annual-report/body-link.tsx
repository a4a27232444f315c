import { Link } from "react-router";

/** A body's name as the way to its form, which stands at the top of this page. */
export function bodyLink(search: string, name: string) {
  return (
    <Link to={{ search }} onClick={() => window.scrollTo({ top: 0 })}>
      {name}
    </Link>
  );
}
