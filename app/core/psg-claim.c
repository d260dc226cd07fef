/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-claim.h"

#include <glib/gi18n-lib.h>

/* A claim and its verdict. It never asserts what is claimed. */

static const struct
{
  const char *name;
  const char *label;
  PsgVerdictDegree degree;
} verdicts[] = {
  { "confirmed", N_("Confirmed"), PSG_VERDICT_HOLDS },
  { "borne-out", N_("Borne out"), PSG_VERDICT_HOLDS },
  { "confirmed-as-said", N_("Confirmed that it was said"), PSG_VERDICT_HOLDS },
  { "confirmed-for-port", N_("Confirmed for the port"), PSG_VERDICT_PARTLY },
  { "confirmed-in-substance", N_("Confirmed in substance"), PSG_VERDICT_HOLDS },
  { "roughly-right", N_("Roughly right"), PSG_VERDICT_PARTLY },
  { "partly-confirmed", N_("Partly confirmed"), PSG_VERDICT_PARTLY },
  { "plausible", N_("Plausible"), PSG_VERDICT_PARTLY },
  { "imprecise", N_("Imprecise"), PSG_VERDICT_PARTLY },
  { "reported", N_("Reported, not checked"), PSG_VERDICT_OPEN },
  { "opinion", N_("Opinion"), PSG_VERDICT_OPEN },
  { "disputed", N_("Disputed"), PSG_VERDICT_DISPUTED },
  { "unverified", N_("Not verified"), PSG_VERDICT_OPEN },
  { "unverifiable", N_("Cannot be verified"), PSG_VERDICT_OPEN },
  { "not-borne-out-by-end-2024", N_("Not borne out by the end of 2024"), PSG_VERDICT_DISPUTED },
};

static void
psg_claim_clear (PsgClaim *self)
{
  g_free (self->id);
  g_clear_pointer (&self->text, psg_text_unref);
  g_clear_pointer (&self->speaker, psg_text_unref);
  g_clear_pointer (&self->role, psg_text_unref);
  g_free (self->affiliation);
  g_free (self->party);
  g_clear_pointer (&self->date, psg_edtf_unref);
  g_clear_pointer (&self->unit, psg_text_unref);
  g_clear_pointer (&self->qualifier, psg_text_unref);
  g_clear_pointer (&self->reported_via, psg_text_unref);
  g_free (self->verdict);
  g_clear_pointer (&self->verdict_note, psg_text_unref);
  g_strfreev (self->events);
  g_strfreev (self->sources);
}

PSG_DEFINE_RECORD (PsgClaim, psg_claim)

static int
find_verdict (const char *verdict)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (verdict, verdicts[i].name) == 0)
      return i;

  return -1;
}

gboolean
psg_verdict_is_known (const char *verdict)
{
  return find_verdict (verdict) >= 0;
}

/**
 * psg_verdict_get_label:
 * @verdict: a verdict
 *
 * Returns: what it is called, localised; @verdict itself if it is none of ours
 */
const char *
psg_verdict_get_label (const char *verdict)
{
  int index = find_verdict (verdict);

  return index < 0 ? verdict : _(verdicts[index].label);
}

PsgVerdictDegree
psg_verdict_get_degree (const char *verdict)
{
  int index = find_verdict (verdict);

  return index < 0 ? PSG_VERDICT_OPEN : verdicts[index].degree;
}
