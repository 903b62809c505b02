import { useState } from "react";
import { useSession } from "../../api/session.ts";
import { importPage, isPermitted } from "../../app/permitted.ts";

/** What is being edited: a feature, or one that is yet to be drawn. */
export type Subject = { kind: "feature"; layer: string; id: string } | { kind: "new" };

/** Who may edit the map, and what is being edited on it. */
export function useEditing() {
  const session = useSession();
  const [subject, setSubject] = useState<Subject>();
  return {
    mayEdit: isPermitted(importPage, session.data?.grants ?? []),
    subject,
    open: (layer: string, id: string) => setSubject({ kind: "feature", layer, id }),
    drawNew: () => setSubject({ kind: "new" }),
    close: () => setSubject(undefined),
  };
}

export type Editing = ReturnType<typeof useEditing>;
