/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-hits.h"

#include <glib/gi18n-lib.h>

#include "psg-rows.h"
#include "psg-snippet.h"

/* What a search finds in the documents, above the events it finds. */

/* Few: the events below must stay in sight. */
#define MAX_SHOWN 5
/* More, for a document in several languages is found several times. */
#define MAX_HITS 30
#define MAX_HEIGHT 230

struct _PsgDocumentHits
{
  AdwBin parent_instance;

  PsgSession *session; /* owned */
  GtkWidget *box;      /* borrowed */
  guint n;
};

G_DEFINE_FINAL_TYPE (PsgDocumentHits, psg_document_hits, ADW_TYPE_BIN)

static void
add_hit (GtkWidget    *list,
         const PsgHit *hit)
{
  g_autofree char *link = g_strconcat ("document:", hit->id, NULL);
  GtkWidget *row = psg_row_add (list, link, gtk_image_new_from_icon_name ("text-x-generic-symbolic"),
                                NULL, NULL);
  GtkWidget *title = gtk_label_new (hit->title);

  /* In one line each: a scrolled window asks for the height of lines that do not wrap. */
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_tooltip_text (row, hit->title);
  psg_row_add_below (row, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, hit->title, -1);
  if (hit->snippet != NULL && *hit->snippet != '\0')
    psg_row_add_below (row, psg_snippet_new (hit->snippet, "caption"));
}

static void
clear (PsgDocumentHits *self)
{
  GtkWidget *child;

  self->n = 0;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
show_hits (PsgDocumentHits *self,
           GPtrArray       *hits)
{
  GtkWidget *list = psg_row_list_new (self->session);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Documents"), -1);
  gtk_widget_remove_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "hits");

  self->n = MIN (hits->len, MAX_SHOWN);
  for (guint i = 0; i < self->n; i++)
    add_hit (list, g_ptr_array_index (hits, i));

  gtk_box_append (GTK_BOX (self->box), psg_label_new (_("Documents"), "event-year"));
  gtk_box_append (GTK_BOX (self->box), list);
}

static void
filter_changed_cb (PsgDocumentHits *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  const char *query = psg_filter_get_query (psg_session_get_filter (self->session));
  g_autoptr (GPtrArray) hits = NULL;

  clear (self);
  if (collection != NULL && *query != '\0')
    hits = psg_collection_search (collection, query, PSG_KIND_DOCUMENT, MAX_HITS, NULL);
  if (hits != NULL && hits->len > 0)
    show_hits (self, hits);

  gtk_widget_set_visible (GTK_WIDGET (self), self->n > 0);
}

static void
psg_document_hits_dispose (GObject *object)
{
  g_clear_object (&PSG_DOCUMENT_HITS (object)->session);

  G_OBJECT_CLASS (psg_document_hits_parent_class)->dispose (object);
}

static void
psg_document_hits_class_init (PsgDocumentHitsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_document_hits_dispose;
}

static void
psg_document_hits_init (PsgDocumentHits *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * psg_document_hits_new:
 * @session: the session
 *
 * Returns: (transfer floating): the documents found
 */
GtkWidget *
psg_document_hits_new (PsgSession *session)
{
  PsgDocumentHits *self = g_object_new (PSG_TYPE_DOCUMENT_HITS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::collection",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);

  return GTK_WIDGET (self);
}

guint
psg_document_hits_get_n (PsgDocumentHits *self)
{
  g_return_val_if_fail (PSG_IS_DOCUMENT_HITS (self), 0);

  return self->n;
}
