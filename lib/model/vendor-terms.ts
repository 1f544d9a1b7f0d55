import type { FactField } from "./key.ts";

/** One of a vendor's own terms, as its console and documents in both languages print it. */
export interface VendorTerm {
  en: string;
  zh: string;
}

/** What a vendor calls facts and their values. Values stand under our words for them. */
export interface VendorTerms {
  fields: Partial<Record<FactField, VendorTerm>>;
  values: Partial<Record<FactField, Readonly<Record<string, VendorTerm>>>>;
}

/** What the vendor calls one fact of a key, and the value that it has there; null where no term of it is known. */
export interface FactTerms {
  field: VendorTerm | null;
  value: VendorTerm | null;
}
