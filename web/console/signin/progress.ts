// How far someone has come on the way to a seat at the console.
import type { components } from "../../generated/api";

type Whole = components["schemas"]["ConsoleProgress"];

/** What is not part of this step is not there. */
export type Progress = Pick<Whole, "next"> & Partial<Whole>;
