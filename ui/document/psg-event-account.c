/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-account.h"

#include <glib/gi18n-lib.h>

#include "psg-line-layout.h"
#include "psg-mark.h"
#include "psg-own-collection.h"
#include "psg-passage-card.h"
#include "psg-record-rows.h"
#include "psg-rows.h"
#include "psg-written-text.h"

/*
 * The first tab of an event's page: what happened, the words in the documents, who says what, and
 * what it has to do with. Sections without content are left out.
 */

static void
add_more_passages (GtkBox     *box,
                   PsgSession *session,
                   GPtrArray  *passages)
{
  GtkWidget *list;

  if (passages == NULL || passages->len < 2)
    return;

  list = psg_section_add_rows (box, _("More passages"), session);
  for (guint i = 1; i < passages->len; i++)
    psg_row_add_passage (list, session, g_ptr_array_index (passages, i));
}

static GtkWidget *
new_account (const PsgAccount *account)
{
  const char *who = psg_text_get (account->who);
  GtkWidget *box = psg_line_new (10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *mark = psg_mark_new_party (who);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "account-mark");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), psg_label_new (who, "page-strong"));
  gtk_box_append (GTK_BOX (texts), psg_body_label_new (psg_text_get (account->says)));

  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), texts);

  return box;
}

static void
add_accounts (GtkBox         *box,
              const PsgEvent *event)
{
  GtkWidget *section;

  if (event->accounts == NULL || event->accounts->len == 0)
    return;

  section = psg_section_new (box, _("Who says what"));
  for (guint i = 0; i < event->accounts->len; i++)
    gtk_box_append (GTK_BOX (section), new_account (g_ptr_array_index (event->accounts, i)));
}

/* The first day an event may lie on, or a day of the collection if it has none. */
static PsgDay
get_first_day (PsgSession     *session,
               const PsgEvent *event)
{
  PsgDay day = psg_edtf_get_earliest (event->date);

  return psg_day_is_valid (day) ? day : psg_session_get_playhead (session);
}

static GtkWidget *
new_crossing_chip (PsgSession        *session,
                   const PsgCrossing *crossing,
                   PsgDay             day)
{
  PsgStatus status = psg_crossing_get_status_at (crossing, day);
  g_autofree char *link = g_strconcat ("crossing:", crossing->id, NULL);
  g_autofree char *state = psg_crossing_describe_at (crossing, day);
  g_autofree char *name = g_strdup_printf ("%s: %s", psg_text_get (crossing->short_name), state);
  GtkWidget *chip;

  chip = psg_chip_new (session, link, psg_mark_new_status (status), psg_text_get (crossing->short_name));
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return chip;
}

static void
add_crossings (GtkBox         *box,
               PsgSession     *session,
               const PsgEvent *event)
{
  PsgCollection *collection = psg_session_get_collection (session);
  PsgDay day = get_first_day (session, event);
  g_autofree char *date = psg_day_format_short (day);
  g_autofree char *heading = NULL;
  GtkWidget *chips;

  if (event->crossings == NULL || event->crossings[0] == NULL)
    return;

  /* Translators: %s is a date; below it stand crossings with the status each had on that day */
  heading = g_strdup_printf (_("Crossings on %s"), date);
  chips = psg_chip_box_new ();
  gtk_box_append (GTK_BOX (psg_section_new (box, heading)), chips);

  for (guint i = 0; event->crossings[i] != NULL; i++)
    {
      const PsgCrossing *crossing = psg_collection_find_crossing (collection, event->crossings[i]);

      if (crossing != NULL)
        gtk_box_append (GTK_BOX (chips), new_crossing_chip (session, crossing, day));
    }
}

static void
add_actors (GtkBox         *box,
            PsgSession     *session,
            const PsgEvent *event)
{
  GtkWidget *chips;

  if (event->actors == NULL || event->actors[0] == NULL)
    return;

  chips = psg_chip_box_new ();
  gtk_box_append (GTK_BOX (psg_section_new (box, _("Who took part"))), chips);

  for (guint i = 0; event->actors[i] != NULL; i++)
    {
      g_autoptr (PsgActor) actor = NULL;

      actor = psg_collection_load_actor (psg_session_get_collection (session), event->actors[i], NULL);
      if (actor != NULL)
        gtk_box_append (GTK_BOX (chips), psg_chip_new (session, NULL, NULL, psg_text_get (actor->name)));
    }
}

static void
add_related (GtkBox         *box,
             PsgSession     *session,
             const PsgEvent *event)
{
  PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (session));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; event->related != NULL && event->related[i] != NULL; i++)
    {
      guint row = psg_event_table_find (events, event->related[i]);

      if (row != PSG_ROW_NONE)
        g_array_append_val (rows, row);
    }

  psg_add_events_section (box, session, _("Related events"), rows);
}

/* What a person wrote is Markdown; a collection's accounts are plain. */
static GtkWidget *
new_summary (PsgSession     *session,
             const PsgEvent *event)
{
  const PsgNote *own = psg_collection_find_own (psg_session_get_collection (session), event->id);

  return own != NULL ? psg_written_text_new (session, own->body) : psg_body_label_new (psg_text_get (event->summary));
}

/**
 * psg_event_account_new:
 * @session: a session with a collection
 * @event: an event of it
 *
 * Returns: (transfer floating): its account
 */
GtkWidget *
psg_event_account_new (PsgSession     *session,
                       const PsgEvent *event)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_autoptr (GPtrArray) passages = NULL;

  passages = psg_collection_load_passages_about (psg_session_get_collection (session),
                                                 PSG_KIND_EVENT, event->id, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (box), "page-tab");
  gtk_box_append (box, new_summary (session, event));
  if (passages != NULL && passages->len > 0)
    gtk_box_append (box, psg_passage_card_new (session, g_ptr_array_index (passages, 0)));
  add_accounts (box, event);
  add_crossings (box, session, event);
  add_more_passages (box, session, passages);
  add_actors (box, session, event);
  add_related (box, session, event);

  return GTK_WIDGET (box);
}
