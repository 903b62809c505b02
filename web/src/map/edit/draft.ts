import type { FeatureEdit, FeatureVersion } from "../../api/changes.ts";
import { editedProperties, isChanged, typedProperties } from "./properties.ts";
import { geometryOf, type Outline } from "./outline.ts";

/** What is typed beside the map. */
export type EditDraft = {
  readonly name: string;
  readonly reason: string;
  readonly validFrom: string;
  readonly typed: Readonly<Record<string, string>>;
};

export const draftOf = ({ name, properties }: FeatureVersion): EditDraft => ({
  ...{ name, reason: "", validFrom: "" },
  typed: typedProperties(properties),
});

/** Only what differs from what was opened: the rest stays as it is, whoever changed it. */
export function editOf(
  opened: FeatureVersion,
  draft: EditDraft,
  outline: Outline | undefined,
): FeatureEdit {
  const name = draft.name.trim();
  return {
    reason: draft.reason.trim(),
    ...(draft.validFrom && { validFrom: draft.validFrom }),
    ...(outline && { geometry: geometryOf(outline) }),
    ...(name !== opened.name && { name }),
    ...(isChanged(opened.properties, draft.typed) && {
      properties: editedProperties(opened.properties, draft.typed),
    }),
  };
}

/** Whether an edit changes anything. */
export const isEdit = ({ geometry, name, properties }: FeatureEdit): boolean =>
  geometry !== undefined || name !== undefined || properties !== undefined;
