/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-claim-card.h"

#include <glib/gi18n-lib.h>

#include "psg-badges.h"
#include "psg-line-layout.h"
#include "psg-mark.h"
#include "psg-rows.h"

/* A claim on an event's page: who says it, what, and how it fared. The whole card is one
 * button that leads to the claim's own page. */

/**
 * psg_describe_speaker:
 * @claim: a claim
 *
 * Returns: (transfer full): "Foreign Minister of Belarus · Belarusian state · 26 September 2024"
 */
char *
psg_describe_speaker (const PsgClaim *claim)
{
  g_autofree char *date = psg_edtf_format_display (claim->date);
  const char *voice = psg_affiliation_get_label (claim->affiliation);

  return psg_join_facts (psg_text_get (claim->role), voice != NULL ? voice : "", date, NULL);
}

static GtkWidget *
new_speaker (const PsgClaim *claim)
{
  const char *name = psg_text_get (claim->speaker);
  GtkWidget *box = psg_line_new (8);
  GtkWidget *label = psg_label_new (name, "page-strong");

  gtk_box_append (GTK_BOX (box), psg_mark_new_party (name));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/* "Sources: BelTA, Minsk Dialogue" */
static char *
describe_sources (PsgSession     *session,
                  const PsgClaim *claim)
{
  GString *names = g_string_new (NULL);
  g_autofree char *list = NULL;

  for (guint i = 0; claim->sources != NULL && claim->sources[i] != NULL; i++)
    {
      g_autoptr (PsgSource) source = NULL;

      source = psg_collection_load_source (psg_session_get_collection (session), claim->sources[i], NULL);
      if (source != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", source->publisher);
    }

  list = g_string_free (names, FALSE);

  /* Translators: %s is a list of publishers */
  return *list != '\0' ? g_strdup_printf (_("Sources: %s"), list) : g_strdup ("");
}

/**
 * psg_claim_card_new:
 * @session: the session
 * @claim: a claim
 *
 * Returns: (transfer floating): a card that leads to the claim's page
 */
GtkWidget *
psg_claim_card_new (PsgSession     *session,
                    const PsgClaim *claim)
{
  g_autofree char *link = g_strconcat ("claim:", claim->id, NULL);
  g_autofree char *facts = psg_describe_speaker (claim);
  g_autofree char *sources = describe_sources (session, claim);
  g_autofree char *name = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *card;

  gtk_box_append (GTK_BOX (box), new_speaker (claim));
  gtk_box_append (GTK_BOX (box), psg_label_new (facts, "row-subtitle"));
  gtk_box_append (GTK_BOX (box), psg_label_new (psg_text_get (claim->text), "claim-text"));
  gtk_box_append (GTK_BOX (box), psg_verdict_pill_new (claim->verdict));
  if (claim->verdict_note != NULL)
    gtk_box_append (GTK_BOX (box), psg_label_new (psg_text_get (claim->verdict_note), "claim-note"));
  if (*sources != '\0')
    gtk_box_append (GTK_BOX (box), psg_label_new (sources, "row-subtitle"));

  card = psg_follow_button_new (session, link, box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "claim-card");
  name = psg_join_facts (psg_text_get (claim->speaker), psg_text_get (claim->text),
                         psg_verdict_get_label (claim->verdict), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return card;
}
