/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

/*
 * What a window remembers between runs: its size and panes, the collection,
 * and what was chosen and shown. Kept in GSettings; nothing of the person's
 * own work is in it.
 */

/* About; the exact height is known after the first frame. */
#define HEADER_HEIGHT 47

#define DOCUMENT_KEY "document-width"
#define TIMELINE_KEY "timeline-height"
/* How wide the document pane is in a window of the usual width, and at most by itself: lines of some 60 letters, in
 * larger text where there is room for that. */
#define DOCUMENT_WIDTH 408
#define DOCUMENT_WIDEST 640
#define USUAL_WIDTH 1440
/* How high the timeline is, and how much of a low window it takes at most: a text wants more than some lines. */
#define TIMELINE_HEIGHT 366
#define TIMELINE_SHARE 0.46

void
psg_window_restore_size (PsgWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* How much of a paned its handle takes: of neither child. */
static int
get_handle_size (GtkPaned *paned)
{
  int size = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (paned));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (child != gtk_paned_get_start_child (paned) && child != gtk_paned_get_end_child (paned))
        gtk_widget_measure (child, gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)), -1,
                            NULL, &size, NULL, NULL);
    }

  return size;
}

/* How large an end child is where nobody has changed it. What a window is wider than usual is the map's for the
 * most part. @length: of the paned */
static int
get_suitable (PsgWindow *self,
              GtkPaned  *paned,
              int        length)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->columns));

  if (paned == self->rows)
    return MIN (TIMELINE_HEIGHT, (int) (length * TIMELINE_SHARE));

  /* The window has been laid out with the timeline alone, or not at all. */
  if (width == 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, NULL);

  return MIN (DOCUMENT_WIDEST, DOCUMENT_WIDTH + MAX (0, width - USUAL_WIDTH) * 3 / 20);
}

static int *
get_remembered (PsgWindow *self,
                GtkPaned  *paned)
{
  return paned == self->rows ? &self->suitable_height : &self->suitable_width;
}

/* GtkPaned counts from its start, and an end child is to keep its size: where the
 * handle goes follows from how long the paned is. */
static void
place_end_child (PsgWindow  *self,
                 GtkPaned   *paned,
                 const char *key,
                 int         length)
{
  int wanted = g_settings_get_int (self->settings, key);
  GtkOrientation orientation = gtk_orientable_get_orientation (GTK_ORIENTABLE (paned));
  gboolean suits = wanted == 0;
  int smallest;

  gtk_widget_measure (gtk_paned_get_end_child (paned), orientation, -1, &smallest, NULL, NULL, NULL);
  wanted = MAX (suits ? get_suitable (self, paned, length) : wanted, smallest);
  gtk_paned_set_position (paned, MAX (0, length - get_handle_size (paned) - wanted));
  *get_remembered (self, paned) = suits ? wanted : 0;
}

static gboolean
place_exactly_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (gtk_widget_get_root (widget));
  GtkPaned *paned = GTK_PANED (widget);
  gboolean vertical = paned == self->rows;
  int length = vertical ? gtk_widget_get_height (widget) : gtk_widget_get_width (widget);

  if (length == 0)
    return G_SOURCE_CONTINUE;

  place_end_child (self, paned, user_data, length);

  return G_SOURCE_REMOVE;
}

/* How long a paned will be is known only when it is laid out; @guess makes the first
 * frame right where nothing else decides. */
static void
keep_end_child (PsgWindow  *self,
                GtkPaned   *paned,
                const char *key,
                int         guess)
{
  place_end_child (self, paned, key, guess);
  gtk_widget_add_tick_callback (GTK_WIDGET (paned), place_exactly_cb, (gpointer) key, NULL);
}

/* Once a person has drawn a pane larger or smaller it stays so. */
static void
room_changed_cb (PsgWindow  *self,
                 GParamSpec *pspec,
                 GtkPaned   *paned)
{
  gboolean vertical = paned == self->rows;
  GtkWidget *child = gtk_paned_get_end_child (paned);
  int size = vertical ? gtk_widget_get_height (child) : gtk_widget_get_width (child);
  int length = vertical ? gtk_widget_get_height (GTK_WIDGET (paned)) : gtk_widget_get_width (GTK_WIDGET (paned));

  if (size == *get_remembered (self, paned) && get_suitable (self, paned, length) != size)
    gtk_widget_add_tick_callback (GTK_WIDGET (paned), place_exactly_cb,
                                  (gpointer) (vertical ? TIMELINE_KEY : DOCUMENT_KEY), NULL);
}

static void
watch_room (PsgWindow *self,
            GtkPaned  *paned)
{
  g_signal_connect_object (paned, "notify::max-position", G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * psg_window_restore_timeline:
 * @self: a window whose timeline was just made
 */
void
psg_window_restore_timeline (PsgWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  keep_end_child (self, self->rows, TIMELINE_KEY, height - HEADER_HEIGHT);
  watch_room (self, self->rows);
}

/**
 * psg_window_restore_panes:
 * @self: a window whose list, map and document pane were just made
 */
void
psg_window_restore_panes (PsgWindow *self)
{
  gboolean sidebar = !self->narrow && g_settings_get_boolean (self->settings, "show-sidebar");
  int sidebar_width = g_settings_get_int (self->settings, "sidebar-width");
  int width = gtk_widget_get_width (GTK_WIDGET (self->columns));

  /* The window has been laid out with the timeline alone. */
  if (width == 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, NULL);
  if (sidebar)
    width -= sidebar_width + get_handle_size (self->columns);
  psg_window_show_sidebar (self, sidebar);
  gtk_paned_set_position (self->columns, sidebar_width);
  keep_end_child (self, self->panes, DOCUMENT_KEY, width);
  watch_room (self, self->panes);
}

/**
 * psg_window_place_document:
 * @self: a window whose list was just hidden
 *
 * Gives the document pane back what the list took of it.
 */
void
psg_window_place_document (PsgWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->columns));

  if (self->document != NULL && width > 0)
    place_end_child (self, self->panes, DOCUMENT_KEY, width);
}

static void
restore_filter (PsgWindow *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, "last-filter");
  g_autoptr (PsgFilter) filter = psg_filter_parse (text);

  psg_session_set_filter (self->session, filter, NULL);
}

static void
restore_span (PsgWindow *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, "last-span");
  g_autoptr (PsgEdtf) date = *text != '\0' ? psg_edtf_parse (text, NULL) : NULL;
  PsgTimeSpan span;

  if (date != NULL && psg_time_span_from_edtf (date, &span, NULL))
    psg_session_set_span (self->session, &span);
}

static void
restore_playhead (PsgWindow *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, "last-playhead");
  PsgDay day = psg_day_parse_iso (text);

  if (psg_day_is_valid (day))
    psg_session_set_playhead (self->session, day);
}

static void
restore_compared (PsgWindow *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, "last-compared");

  psg_session_set_compared (self->session, psg_day_parse_iso (text));
}

static gboolean
is_last_collection (PsgWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-collection");
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : g_strdup ("");

  return g_str_equal (last, uri);
}

/* Collections are known by their ids: a file may be moved, or replaced by a newer one. */
static void
restore_lanes (PsgWindow *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, "lane-orders");
  g_autoptr (PsgLaneOrder) lanes = NULL;
  const char *text;

  if (!g_variant_lookup (all, psg_collection_get_info (collection)->id, "&s", &text))
    return;

  lanes = psg_lane_order_parse (text, psg_collection_get_lanes (collection));
  psg_session_set_lanes (self->session, lanes);
}

/* What was asked for, else what was shown last, else what the collection opens with. */
static void
restore_page (PsgWindow *self,
              gboolean   was_last)
{
  const PsgCollectionInfo *info = psg_collection_get_info (psg_session_get_collection (self->session));
  g_autofree char *link = was_last ? g_settings_get_string (self->settings, "last-link") : NULL;

  if (self->follow != NULL && psg_window_follow_first (self))
    return;

  if (link != NULL && psg_window_follow_later (self, link))
    return;

  /* What is gone from a newer version of the collection is no mistake. */
  if (link != NULL && *link != '\0' && psg_session_follow (self->session, link, NULL))
    return;

  if (info->opening_event != NULL)
    psg_session_select_event_id (self->session, info->opening_event, NULL);
}

/**
 * psg_window_restore_session:
 * @self: a window that has just opened a collection
 */
void
psg_window_restore_session (PsgWindow *self)
{
  gboolean was_last = is_last_collection (self);

  if (was_last)
    {
      restore_filter (self);
      restore_span (self);
    }

  restore_lanes (self);
  restore_page (self, was_last);

  if (was_last && self->follow == NULL)
    {
      restore_playhead (self);
      restore_compared (self);
    }
}

static void
save_layout (PsgWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));

  /* Nothing is mapped any more when a window goes, but all keeps the size it had. */
  if (self->map == NULL || gtk_widget_get_width (self->map) == 0)
    return;

  /* In a narrow window the panes have what they get, not what was wanted. */
  if (self->narrow || psg_window_is_reading (self))
    return;

  g_settings_set_boolean (self->settings, "show-sidebar", psg_window_get_sidebar_shown (self));
  if (psg_window_get_sidebar_shown (self))
    g_settings_set_int (self->settings, "sidebar-width",
                        CLAMP (gtk_paned_get_position (self->columns), 160, 1200));
  if (gtk_widget_get_width (self->document) != self->suitable_width)
    g_settings_set_int (self->settings, DOCUMENT_KEY, CLAMP (gtk_widget_get_width (self->document), 200, 3000));
  if (gtk_widget_get_height (self->timeline) != self->suitable_height)
    g_settings_set_int (self->settings, TIMELINE_KEY, CLAMP (gtk_widget_get_height (self->timeline), 120, 2000));
}

/* The collection's own order needs no writing down. */
static void
save_lanes (PsgWindow *self)
{
  const char *id = psg_collection_get_info (psg_session_get_collection (self->session))->id;
  const char *text = psg_lane_order_to_string (psg_session_get_lanes (self->session));
  g_autoptr (GVariant) before = g_settings_get_value (self->settings, "lane-orders");
  GVariantBuilder after;
  GVariantIter iter;
  const char *other, *order;

  g_variant_builder_init (&after, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &order))
    if (!g_str_equal (other, id))
      g_variant_builder_add (&after, "{ss}", other, order);
  if (*text != '\0')
    g_variant_builder_add (&after, "{ss}", id, text);

  g_settings_set_value (self->settings, "lane-orders", g_variant_builder_end (&after));
}

static void
save_session (PsgWindow *self)
{
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : g_strdup ("");
  g_autofree char *link = psg_page_to_link (psg_session_get_page (self->session));
  g_autofree char *playhead = psg_day_format_iso (psg_session_get_playhead (self->session));
  g_autofree char *span = psg_time_span_to_edtf (psg_session_get_span (self->session));
  PsgDay day = psg_session_get_compared (self->session);
  g_autofree char *compared = psg_day_is_valid (day) ? psg_day_format_iso (day) : g_strdup ("");

  g_settings_set_string (self->settings, "last-collection", uri);
  g_settings_set_string (self->settings, "last-link", link);
  g_settings_set_string (self->settings, "last-playhead", playhead);
  g_settings_set_string (self->settings, "last-compared", compared);
  g_settings_set_string (self->settings, "last-span", span);
  g_settings_set_string (self->settings, "last-filter",
                         psg_filter_to_string (psg_session_get_filter (self->session)));
  save_lanes (self);
}

/**
 * psg_window_save:
 * @self: a window
 *
 * Writes down what is to be found again. Called when a window goes and before another
 * collection is opened in it.
 */
void
psg_window_save (PsgWindow *self)
{
  if (self->settings == NULL || self->session == NULL)
    return;

  save_layout (self);
  if (psg_session_get_collection (self->session) != NULL)
    save_session (self);
}
