/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-follow.h"

#include "psg-toast.h"

#include "psg-deep-link.h"
#include "psg-link.h"

/*
 * Going where a link inside the collection leads. What cannot be followed is
 * said in a toast over the nearest overlay, never on the console.
 */

/**
 * psg_show_error:
 * @from: where it happened
 * @message: a sentence for the person
 */
void
psg_show_error (GtkWidget  *from,
                const char *message)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), psg_toast_new (message));
}

/**
 * psg_follow:
 * @from: the widget that was activated
 * @session: the session
 * @link: as for psg_session_follow()
 */
void
psg_follow (GtkWidget  *from,
            PsgSession *session,
            const char *link)
{
  g_autoptr (GtkWidget) alive = g_object_ref (from);
  g_autofree char *copy = g_strdup (link);
  g_autoptr (GError) error = NULL;

  /* Following may replace the page that @from lies in. */
  if (!psg_session_follow (session, copy, &error))
    psg_show_error (alive, error->message);
}

/**
 * psg_follow_any:
 * @from: the widget that was activated
 * @session: the session
 * @target: what a link in a text leads to: out of the app, into another collection, or as for psg_follow()
 */
void
psg_follow_any (GtkWidget  *from,
                PsgSession *session,
                const char *target)
{
  if (psg_link_is_external (target))
    psg_link_open (from, target);
  else if (psg_deep_link_is_one (target))
    gtk_widget_activate_action (from, "app.open-link", "s", target);
  else
    psg_follow (from, session, target);
}

/**
 * psg_follow_passage:
 * @from: the widget that was activated
 * @session: the session
 * @document: a document's id
 * @passage: (nullable): a passage's id
 */
void
psg_follow_passage (GtkWidget  *from,
                    PsgSession *session,
                    const char *document,
                    const char *passage)
{
  g_autofree char *link = g_strdup_printf ("document:%s%s%s", document,
                                           passage != NULL ? "#" : "",
                                           passage != NULL ? passage : "");

  psg_follow (from, session, link);
}

/**
 * psg_link_to_event:
 * @session: a session with a collection
 * @row: a row of its event table
 *
 * Returns: (transfer full): `event:ID`
 */
char *
psg_link_to_event (PsgSession *session,
                   guint       row)
{
  PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (session));

  return g_strconcat ("event:", psg_event_table_get_id (events, row), NULL);
}

char *
psg_link_to_passage (const PsgPassage *passage)
{
  return g_strconcat ("document:", passage->document, "#", passage->id, NULL);
}
