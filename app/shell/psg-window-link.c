/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-cite-window.h"
#include "psg-citation.h"
#include "psg-deep-link.h"
#include "psg-destination.h"

/*
 * Links into the collection and citations with them: what is shown becomes an address, and an address is
 * shown. The session knows all of it but where the map looks.
 */

static char *
dup_link (PsgWindow  *self,
          PsgKind     kind,
          const char *id)
{
  g_autoptr (PsgDeepLink) link = NULL;
  PsgViewpoint map;

  if (self->map != NULL)
    psg_map_view_get_location (psg_window_get_map (self), &map.latitude, &map.longitude, &map.zoom);
  link = psg_deep_link_new (self->session, kind, id, self->map != NULL ? &map : NULL);

  return psg_deep_link_to_string (link);
}

static PsgCitation *
new_citation (PsgWindow     *self,
              const PsgPage *page,
              GError       **error)
{
  g_autofree char *link = NULL;
  const char *id;
  PsgKind kind;

  /* What is in no collection a link into one cannot name. */
  kind = psg_page_get_subject (page, &id);
  link = kind != PSG_KIND_OWN ? dup_link (self, kind, id) : g_strdup ("");

  return psg_citation_new (psg_session_get_collection (self->session), kind, id, link,
                           psg_destination_get_today (), error);
}

static void
copy (PsgWindow  *self,
      const char *text,
      const char *message)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  psg_window_toast (self, message);
}

static void
copy_link_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  g_autofree char *link = NULL;
  const char *id;
  PsgKind kind;

  kind = psg_page_get_subject (psg_session_get_page (self->session), &id);
  if (kind == PSG_KIND_OWN)
    {
      psg_window_toast (self, _("Your own documents are in your notebook alone: a link would lead nobody to them"));
      return;
    }
  link = dup_link (self, kind, id);
  copy (self, link, _("Link copied"));
}

/* (nullable): of a document of the person's own, which no collection knows */
static char *
dup_own_citation (PsgWindow     *self,
                  const PsgPage *page)
{
  PsgLibrary *library = psg_session_get_library (self->session);
  const PsgOwnDocument *document = page->kind == PSG_KIND_OWN && library != NULL ? psg_library_find (library, page->id)
                                                                                 : NULL;
  guint number, start, end;

  if (document == NULL)
    return NULL;

  psg_page_read_place (page->passage, &number, &start, &end);

  return psg_own_document_dup_citation (document, number);
}

/* The words as they are, and where they are from. */
static void
copy_quote_cb (GSimpleAction *action,
               GVariant      *words,
               gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  const PsgPage *page = psg_session_get_page (self->session);
  g_autofree char *source = dup_own_citation (self, page);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCitation) citation = NULL;
  g_autofree char *text = NULL;

  if (source == NULL)
    citation = new_citation (self, page, &error);
  if (source == NULL && citation == NULL)
    {
      psg_window_toast (self, error->message);
      return;
    }

  if (citation != NULL)
    source = psg_citation_to_string (citation, PSG_CITATION_CHICAGO);
  text = g_strdup_printf ("%s\n\n%s\n", g_variant_get_string (words, NULL), source);
  copy (self, text, _("Copied with its citation"));
}

static void
cite_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  const char *asked = g_variant_get_string (target, NULL);
  g_autoptr (PsgPage) page = *asked != '\0' ? psg_page_from_link (asked)
                                            : psg_page_copy (psg_session_get_page (self->session));
  g_autofree char *own = page != NULL ? dup_own_citation (self, page) : NULL;
  g_autoptr (GError) error = NULL;
  PsgCitation *citation = page != NULL && own == NULL ? new_citation (self, page, &error) : NULL;
  PsgCiteWindow *window;

  if (own != NULL)
    {
      copy (self, own, _("Citation copied"));
      return;
    }
  if (citation == NULL)
    {
      psg_window_toast (self, error != NULL ? error->message : _("There is nothing of that kind to cite"));
      return;
    }

  window = psg_cite_window_new (GTK_WINDOW (self), citation);
  g_settings_bind (self->settings, "citation-style", window, "style", G_SETTINGS_BIND_DEFAULT);
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry entries[] = {
  { .name = "copy-link", .activate = copy_link_cb },
  { .name = "copy-quote", .activate = copy_quote_cb, .parameter_type = "s" },
  { .name = "cite", .activate = cite_cb, .parameter_type = "s" },
};

void
psg_window_add_link_actions (PsgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* A map has its own opening view until it has been laid out. */
static gboolean
place_map_cb (GtkWidget     *map,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (gtk_widget_get_root (map));

  if (gtk_widget_get_width (map) <= 1)
    return G_SOURCE_CONTINUE;

  if (self->has_viewpoint)
    psg_map_view_go_to (psg_window_get_map (self), self->viewpoint.latitude, self->viewpoint.longitude,
                        self->viewpoint.zoom, FALSE);
  self->has_viewpoint = FALSE;

  return G_SOURCE_REMOVE;
}

/**
 * psg_window_place_map:
 * @self: a window whose map was just made
 *
 * Shows on it what a link asked for meanwhile.
 */
void
psg_window_place_map (PsgWindow *self)
{
  if (self->has_viewpoint)
    gtk_widget_add_tick_callback (self->map, place_map_cb, NULL, NULL);
}

/**
 * psg_window_show_viewpoint:
 * @self: a window
 * @viewpoint: where its map is to look, as soon as it is there
 */
void
psg_window_show_viewpoint (PsgWindow          *self,
                           const PsgViewpoint *viewpoint)
{
  if (self->map != NULL && gtk_widget_get_width (self->map) > 1)
    {
      psg_map_view_go_to (psg_window_get_map (self), viewpoint->latitude, viewpoint->longitude, viewpoint->zoom, TRUE);
      return;
    }

  self->viewpoint = *viewpoint;
  self->has_viewpoint = TRUE;
  if (self->map != NULL)
    psg_window_place_map (self);
}

/* What a link shows may have been corrected since: whoever checks a citation wants to know. */
static void
tell_version (PsgWindow         *self,
              const PsgDeepLink *link)
{
  const char *version = psg_collection_get_info (psg_session_get_collection (self->session))->version;
  g_autofree char *message = NULL;

  if (link->version == NULL || g_strcmp0 (link->version, version) == 0)
    return;

  /* Translators: both are versions of a collection, such as 1.2.0 */
  message = g_strdup_printf (_("The link was made with version %s of this collection; this is %s"),
                             link->version, version);
  psg_window_toast (self, message);
}

static gboolean
open_bundled_cb (gpointer user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  g_autofree char *follow = g_strdup (self->follow);

  if (self->session != NULL)
    psg_window_open_file (self, NULL, follow);

  return G_SOURCE_REMOVE;
}

static gboolean
follow_deep_link (PsgWindow  *self,
                  const char *text,
                  GError    **error)
{
  g_autoptr (PsgDeepLink) link = psg_deep_link_parse (text, error);

  if (link == NULL || !psg_deep_link_open (link, self->session, error))
    return FALSE;

  if (link->has_map)
    psg_window_show_viewpoint (self, &link->map);
  tell_version (self, link);

  return TRUE;
}

/* Whether a link leads to what is in the notebook, and that is not read yet. */
static gboolean
must_wait (PsgWindow  *self,
           const char *link)
{
  PsgNotes *notes = psg_session_get_notes (self->session);

  if (g_str_has_prefix (link, "own:"))
    return psg_session_get_library (self->session) == NULL;

  return g_str_has_prefix (link, "note:") && (notes == NULL || !psg_notes_is_loaded (notes));
}

/**
 * psg_window_follow_later:
 * @self: a window
 * @link: where it is to lead
 *
 * Returns: whether it leads to what a person wrote or added, and that is not known yet: it is followed then
 */
gboolean
psg_window_follow_later (PsgWindow  *self,
                         const char *link)
{
  if (!must_wait (self, link))
    return FALSE;

  g_free (self->own_link);
  self->own_link = g_strdup (link);

  return TRUE;
}

/* Goes on where a link waits for what is known now. */
void
psg_window_follow_awaited (PsgWindow *self)
{
  g_autofree char *link = NULL;

  if (self->own_link == NULL || psg_session_get_collection (self->session) == NULL
      || must_wait (self, self->own_link))
    return;

  link = g_steal_pointer (&self->own_link);
  psg_window_follow (self, link);
}

/**
 * psg_window_follow:
 * @self: a window with a collection
 * @link: a #PsgDeepLink as text, or as for psg_session_follow()
 *
 * Shows what a link leads to; what it does not lead to is told in a toast.
 *
 * Returns: whether there is such a thing here
 */
gboolean
psg_window_follow (PsgWindow  *self,
                   const char *link)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PSG_IS_WINDOW (self), FALSE);

  if (psg_window_follow_later (self, link))
    return TRUE;

  if (psg_deep_link_is_one (link) ? follow_deep_link (self, link, &error)
                                  : psg_session_follow (self->session, link, &error))
    return TRUE;

  psg_window_toast (self, error->message);

  return FALSE;
}

/**
 * psg_window_follow_first:
 * @self: a window that has just opened a collection, with something to follow
 *
 * The same for what was asked for before there was a collection. A link that leads elsewhere is tried on the
 * bundled collection, if that is another.
 */
gboolean
psg_window_follow_first (PsgWindow *self)
{
  g_autoptr (PsgDeepLink) link = psg_deep_link_is_one (self->follow) ? psg_deep_link_parse (self->follow, NULL) : NULL;
  const char *id = psg_collection_get_info (psg_session_get_collection (self->session))->id;

  if (link == NULL || g_str_equal (link->collection, id) || self->file == NULL)
    return psg_window_follow (self, self->follow);

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, open_bundled_cb, g_object_ref (self), g_object_unref);

  return FALSE;
}
