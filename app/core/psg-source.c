/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-source.h"

#include <glib/gi18n-lib.h>

/* Sources and actors: who speaks, and where it can be read. */

static const struct
{
  const char *name;
  const char *label;
} affiliations[] = {
  { "independent", N_("Independent press") },
  { "state-lithuania", N_("Lithuanian state") },
  { "state-belarus", N_("Belarusian state") },
  { "state-russia", N_("Russian state") },
  { "state-other", N_("Another state") },
  { "intergovernmental", N_("Intergovernmental body") },
  { "opposition", N_("Belarusian opposition") },
  { "industry", N_("Industry") },
  { "analyst", N_("Analyst") },
  { "open-data", N_("Open data") },
  { "editors", N_("Editors of this collection") },
};

static void
psg_source_clear (PsgSource *self)
{
  g_free (self->id);
  g_free (self->publisher);
  g_free (self->title);
  g_free (self->author);
  g_clear_pointer (&self->date, psg_edtf_unref);
  g_free (self->url);
  g_free (self->archive_url);
  g_free (self->language);
  g_free (self->affiliation);
  g_free (self->remark);
}

PSG_DEFINE_RECORD (PsgSource, psg_source)

static void
psg_actor_clear (PsgActor *self)
{
  g_free (self->id);
  g_clear_pointer (&self->name, psg_text_unref);
}

PSG_DEFINE_RECORD (PsgActor, psg_actor)

/**
 * psg_affiliation_get_label:
 * @affiliation: (nullable): whose voice a source is
 *
 * Returns: (nullable): what that is called, localised
 */
const char *
psg_affiliation_get_label (const char *affiliation)
{
  for (guint i = 0; i < G_N_ELEMENTS (affiliations); i++)
    if (g_strcmp0 (affiliation, affiliations[i].name) == 0)
      return _(affiliations[i].label);

  return NULL;
}

gboolean
psg_affiliation_is_known (const char *affiliation)
{
  for (guint i = 0; i < G_N_ELEMENTS (affiliations); i++)
    if (g_strcmp0 (affiliation, affiliations[i].name) == 0)
      return TRUE;

  return FALSE;
}

/**
 * psg_confidence_get_label:
 * @confidence: `A`, `B` or `C`; 0 where nobody has judged
 *
 * Returns: what that means, localised; empty where it means nothing
 */
const char *
psg_confidence_get_label (char confidence)
{
  switch (confidence)
    {
    case 'A':
      return _("well sourced");
    case 'B':
      return _("widely reported");
    case 0:
      return "";
    default:
      return _("uncertain");
    }
}
