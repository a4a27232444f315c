import { screenPalette } from "./palette.ts";
