import { entry } from "../diagnostic.js";

export const typeMessages = {};
