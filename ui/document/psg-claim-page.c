/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-claim-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "psg-badges.h"
#include "psg-claim-card.h"
#include "psg-page-view.h"
#include "psg-record-rows.h"
#include "psg-reference.h"
#include "psg-rows.h"

/* A claim's page: who said it, how it was checked, and everything that speaks of it. */

static void
add_reference (GtkBox         *header,
               const PsgClaim *claim)
{
  g_autoptr (GPtrArray) texts = psg_reference_texts_new (claim->text);

  psg_reference_texts_add (texts, claim->speaker);
  psg_reference_texts_add (texts, claim->role);
  psg_reference_texts_add (texts, claim->reported_via);
  psg_reference_texts_add (texts, claim->verdict_note);
  psg_reference_add (header, texts);
}

static void
add_header (GtkBox         *content,
            const PsgClaim *claim)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *facts = psg_describe_speaker (claim);

  gtk_widget_add_css_class (header, "page-header");
  gtk_box_append (GTK_BOX (header), psg_label_new (_("CLAIM"), "page-kicker"));
  gtk_box_append (GTK_BOX (header), psg_title_new (psg_text_get (claim->text)));
  gtk_box_append (GTK_BOX (header), psg_label_new (psg_text_get (claim->speaker), "page-strong"));
  gtk_box_append (GTK_BOX (header), psg_label_new (facts, "page-facts"));
  add_reference (GTK_BOX (header), claim);
  gtk_box_append (content, header);
}

/* 1 000 000 000: long figures cannot be read ungrouped, and not every locale groups them. */
static char *
format_number (double number)
{
  g_autofree char *digits = NULL;
  GString *text = g_string_new (NULL);
  gsize length;

  if (number != (gint64) number)
    {
      g_string_printf (text, "%g", number);
      return g_string_free (text, FALSE);
    }

  digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS ((gint64) number));
  length = strlen (digits);
  if (number < 0)
    g_string_append (text, "−");
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0 && length > 4)
        g_string_append (text, "\342\200\257");
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

/* "up to 1 000 000 000 USD" */
static char *
describe_number (const PsgClaim *claim)
{
  g_autofree char *number = format_number (claim->number);

  return g_strstrip (g_strdup_printf ("%s %s %s",
                                      psg_text_get (claim->qualifier), number,
                                      psg_text_get (claim->unit)));
}

static void
add_check (GtkBox         *content,
           const PsgClaim *claim)
{
  GtkWidget *section = psg_section_new (content, _("How it checks out"));

  gtk_box_append (GTK_BOX (section), psg_verdict_pill_new (claim->verdict));
  if (claim->verdict_note != NULL)
    gtk_box_append (GTK_BOX (section), psg_body_label_new (psg_text_get (claim->verdict_note)));
}

static void
add_details (GtkBox         *content,
             const PsgClaim *claim)
{
  GtkWidget *section;

  if (claim->has_number)
    {
      g_autofree char *number = describe_number (claim);

      section = psg_section_new (content, _("The figure"));
      gtk_box_append (GTK_BOX (section), psg_body_label_new (number));
    }

  if (claim->reported_via != NULL)
    {
      section = psg_section_new (content, _("Where it was reported"));
      gtk_box_append (GTK_BOX (section), psg_body_label_new (psg_text_get (claim->reported_via)));
    }
}

/**
 * psg_claim_page_new:
 * @session: a session with a collection
 * @claim: a claim of it
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
psg_claim_page_new (PsgSession     *session,
                    const PsgClaim *claim)
{
  PsgCollection *collection = psg_session_get_collection (session);
  GtkWidget *page = psg_page_view_new ();
  GtkBox *content = psg_page_view_get_content (PSG_PAGE_VIEW (page));
  g_autoptr (GArray) events = psg_collection_load_events_about (collection, PSG_KIND_CLAIM, claim->id, NULL);
  g_autoptr (GPtrArray) passages = NULL;

  passages = psg_collection_load_passages_about (collection, PSG_KIND_CLAIM, claim->id, NULL);

  add_header (content, claim);
  add_check (content, claim);
  add_details (content, claim);
  psg_add_events_section (content, session, _("About these events"), events);
  psg_add_passages_section (content, session, _("In the documents"), passages);
  psg_add_sources_section (content, session, _("Sources"), claim->sources);

  return page;
}
