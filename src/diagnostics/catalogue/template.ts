import { entry } from "../diagnostic.js";

export const templateMessages = {};
