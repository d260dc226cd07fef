/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-passage-card.h"

#include <glib/gi18n-lib.h>

#include "psg-follow.h"
#include "psg-record-rows.h"
#include "psg-rows.h"
#include "psg-tint.h"

/*
 * A passage as an event's page shows it: the words marked in what stands around them, where
 * they come from, and the way there. The whole card is one button; another, which cites it, lies in its corner.
 */

/* How much of its surroundings is shown on either side, in code points. */
#define CONTEXT 36

static GtkWidget *
new_quote (const PsgDocument *document,
           const PsgPassage  *passage)
{
  g_autofree char *text = NULL;
  guint start = 0, end = g_utf8_strlen (passage->exact, -1);
  GtkWidget *label;

  if (document != NULL)
    text = psg_document_dup_context (document, passage->start, passage->end, CONTEXT, &start, &end);
  else
    text = g_strdup (passage->exact);

  label = psg_label_new (text, "passage-quote");
  psg_tint_match (GTK_LABEL (label), start, end);

  return label;
}

/* "Six crossings, and how four closed — Raigardas" */
static char *
describe_place (PsgSession        *session,
                const PsgDocument *document,
                const PsgPassage  *passage)
{
  const char *title = psg_get_document_title (session, passage->document);
  g_autofree char *section = document != NULL ? psg_document_dup_section (document, passage->start) : NULL;

  if (section == NULL)
    return g_strdup (title);

  /* Translators: a document's title and the heading of one of its sections */
  return g_strdup_printf (_("%s — %s"), title, section);
}

/* Beside the card's own words, not within its button. */
static GtkWidget *
new_cite_button (const char *link)
{
  GtkWidget *button = gtk_button_new_with_label (_("Cite…"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "passage-cite");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.cite");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Cite this passage"), -1);

  return button;
}

/**
 * psg_passage_card_new:
 * @session: the session
 * @passage: a passage
 *
 * Returns: (transfer floating): a card that opens the document at the passage
 */
GtkWidget *
psg_passage_card_new (PsgSession       *session,
                      const PsgPassage *passage)
{
  g_autoptr (PsgDocument) document = NULL;
  g_autofree char *place = NULL;
  g_autofree char *link = psg_link_to_passage (passage);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *card;

  document = psg_collection_load_document (psg_session_get_collection (session), passage->document, NULL);
  place = describe_place (session, document, passage);

  gtk_box_append (GTK_BOX (box), psg_label_new (_("In the documents"), "passage-heading"));
  gtk_box_append (GTK_BOX (box), new_quote (document, passage));
  gtk_box_append (GTK_BOX (box), psg_label_new (place, "passage-place"));
  if (passage->note != NULL)
    gtk_box_append (GTK_BOX (box), psg_label_new (psg_text_get (passage->note), "passage-note"));
  gtk_box_append (GTK_BOX (box), psg_label_new (_("Open document at this passage →"), "passage-open"));

  card = psg_follow_button_new (session, link, box);
  gtk_widget_add_css_class (card, "passage-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open document at this passage"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, passage->exact,
                                  -1);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), card);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), new_cite_button (link));

  return overlay;
}
