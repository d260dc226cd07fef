/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pane-bar.h"

#include <glib/gi18n-lib.h>

/*
 * The bar over the document pane. Counting what is in view may go over a million events, so it is
 * done when there is nothing better to do, and once for many changes.
 */

struct _PsgPaneBar
{
  AdwBin parent_instance;

  /* owned */
  PsgSession *session;

  /* template */
  GtkWidget *back;
  GtkWidget *forward;
  GtkWidget *home;
  GtkWidget *position;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *steps;

  guint count_source;
};

G_DEFINE_FINAL_TYPE (PsgPaneBar, psg_pane_bar, ADW_TYPE_BIN)

/* How many matches overlap the span in lanes that are not hidden, and the chosen one's number among them, or 0. */
static guint
count_in_view (PsgPaneBar *self,
               guint      *number)
{
  PsgLaneOrder *lanes = psg_session_get_lanes (self->session);
  PsgCollection *collection = psg_session_get_collection (self->session);
  const PsgEventColumns *columns = psg_event_table_get_columns (psg_collection_get_events (collection));
  const PsgTimeSpan *span = psg_session_get_span (self->session);
  PsgRowSet *matches = psg_session_get_matches (self->session);
  guint chosen = psg_session_get_event (self->session);
  guint n = 0;

  *number = 0;
  for (guint row = psg_row_set_next (matches, 0);
       row != PSG_ROW_NONE && columns->start[row] < span->end;
       row = psg_row_set_next (matches, row + 1))
    {
      if (columns->end[row] <= span->start ||
          psg_lane_order_get_state (lanes, columns->lane[row]) == PSG_LANE_HIDDEN)
        continue;
      n++;
      if (row == chosen)
        *number = n;
    }

  return n;
}

static void
update_position (PsgPaneBar *self)
{
  gboolean shown = psg_session_get_page (self->session)->kind == PSG_KIND_EVENT &&
                   psg_session_get_collection (self->session) != NULL;
  g_autofree char *text = NULL;
  guint number, n;

  gtk_widget_set_visible (self->steps, shown);
  if (!shown)
    return;

  n = count_in_view (self, &number);
  if (number > 0)
    /* Translators: the chosen event's number among those that the timeline shows now */
    text = g_strdup_printf (ngettext ("%'u of %'u in view", "%'u of %'u in view", n), number, n);
  else
    text = g_strdup_printf (ngettext ("%'u in view", "%'u in view", n), n);

  gtk_label_set_text (GTK_LABEL (self->position), text);
  gtk_widget_set_tooltip_text (self->position, text);
}

static gboolean
count_cb (gpointer user_data)
{
  PsgPaneBar *self = user_data;

  self->count_source = 0;
  update_position (self);

  return G_SOURCE_REMOVE;
}

static void
queue_count_cb (PsgPaneBar *self)
{
  if (self->count_source == 0)
    self->count_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, count_cb, self, NULL);
}

static void
history_changed_cb (PsgPaneBar *self)
{
  gtk_widget_set_sensitive (self->back, psg_session_get_can_go_back (self->session));
  gtk_widget_set_sensitive (self->forward, psg_session_get_can_go_forward (self->session));
}

static void
page_changed_cb (PsgPaneBar *self)
{
  gtk_widget_set_sensitive (self->home, psg_session_get_page (self->session)->kind != PSG_KIND_NONE);
  queue_count_cb (self);
}

static void
home_clicked_cb (PsgPaneBar *self)
{
  psg_session_show_page (self->session, PSG_KIND_NONE, NULL, NULL);
}

static void
previous_clicked_cb (PsgPaneBar *self)
{
  psg_session_step_event (self->session, -1);
}

static void
next_clicked_cb (PsgPaneBar *self)
{
  psg_session_step_event (self->session, 1);
}

static void
back_clicked_cb (PsgPaneBar *self)
{
  psg_session_go_back (self->session);
}

static void
forward_clicked_cb (PsgPaneBar *self)
{
  psg_session_go_forward (self->session);
}

static void
psg_pane_bar_dispose (GObject *object)
{
  PsgPaneBar *self = PSG_PANE_BAR (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_pane_bar_parent_class)->dispose (object);
}

static void
psg_pane_bar_class_init (PsgPaneBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_pane_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/passages_app/Passages/document/psg-pane-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PsgPaneBar, back);
  gtk_widget_class_bind_template_child (widget_class, PsgPaneBar, forward);
  gtk_widget_class_bind_template_child (widget_class, PsgPaneBar, home);
  gtk_widget_class_bind_template_child (widget_class, PsgPaneBar, position);
  gtk_widget_class_bind_template_child (widget_class, PsgPaneBar, previous);
  gtk_widget_class_bind_template_child (widget_class, PsgPaneBar, next);
  gtk_widget_class_bind_template_child (widget_class, PsgPaneBar, steps);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, forward_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, home_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "panebar");
}

static void
psg_pane_bar_init (PsgPaneBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
watch (PsgPaneBar *self,
       const char *signal,
       GCallback   callback)
{
  g_signal_connect_object (self->session, signal, callback, self, G_CONNECT_SWAPPED);
}

/**
 * psg_pane_bar_new:
 * @session: the session
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
psg_pane_bar_new (PsgSession *session)
{
  PsgPaneBar *self = g_object_new (PSG_TYPE_PANE_BAR, NULL);

  self->session = g_object_ref (session);
  watch (self, "notify::can-go-back", G_CALLBACK (history_changed_cb));
  watch (self, "notify::can-go-forward", G_CALLBACK (history_changed_cb));
  watch (self, "notify::page", G_CALLBACK (page_changed_cb));
  watch (self, "notify::event", G_CALLBACK (queue_count_cb));
  watch (self, "notify::matches", G_CALLBACK (queue_count_cb));
  watch (self, "notify::span", G_CALLBACK (queue_count_cb));
  watch (self, "notify::lanes", G_CALLBACK (queue_count_cb));
  history_changed_cb (self);
  page_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * psg_pane_bar_get_position:
 *
 * Returns: (transfer none): what it says of the chosen event's place, up to date
 */
const char *
psg_pane_bar_get_position (PsgPaneBar *self)
{
  g_return_val_if_fail (PSG_IS_PANE_BAR (self), NULL);

  update_position (self);

  return gtk_label_get_text (GTK_LABEL (self->position));
}
