/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-status-line.h"

#include "psg-line-layout.h"
#include "psg-mark.h"
#include "psg-rows.h"
#include "psg-tint.h"

/* One line that says how a crossing is today, whichever day the playhead calls today. */

struct _PsgStatusLine
{
  AdwBin parent_instance;

  /* owned */
  PsgSession *session;
  PsgCrossing *crossing;

  /* borrowed */
  GtkWidget *mark;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (PsgStatusLine, psg_status_line, ADW_TYPE_BIN)

static void
playhead_changed_cb (PsgStatusLine *self)
{
  PsgDay day = psg_session_get_playhead (self->session);
  PsgStatus status = psg_crossing_get_status_at (self->crossing, day);
  g_autofree char *text = psg_crossing_describe_at (self->crossing, day);

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->label)), text) == 0)
    return;

  psg_mark_set_status (PSG_MARK (self->mark), status);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  psg_tint_status (GTK_LABEL (self->label), status);
}

static void
psg_status_line_dispose (GObject *object)
{
  PsgStatusLine *self = PSG_STATUS_LINE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_status_line_parent_class)->dispose (object);
}

static void
psg_status_line_finalize (GObject *object)
{
  PsgStatusLine *self = PSG_STATUS_LINE (object);

  g_clear_pointer (&self->crossing, psg_crossing_unref);

  G_OBJECT_CLASS (psg_status_line_parent_class)->finalize (object);
}

static void
psg_status_line_class_init (PsgStatusLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_status_line_dispose;
  object_class->finalize = psg_status_line_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statusline");
}

static void
psg_status_line_init (PsgStatusLine *self)
{
  GtkWidget *box = psg_line_new (8);

  self->mark = psg_mark_new ();
  self->label = psg_label_new (NULL, "status-label");
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_box_append (GTK_BOX (box), self->label);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * psg_status_line_new:
 * @session: the session whose playhead to follow
 * @crossing: a crossing
 *
 * Returns: (transfer floating): its status
 */
GtkWidget *
psg_status_line_new (PsgSession        *session,
                     const PsgCrossing *crossing)
{
  PsgStatusLine *self = g_object_new (PSG_TYPE_STATUS_LINE, NULL);

  self->session = g_object_ref (session);
  self->crossing = psg_crossing_ref (crossing);
  g_signal_connect_object (session, "notify::playhead",
                           G_CALLBACK (playhead_changed_cb), self, G_CONNECT_SWAPPED);
  playhead_changed_cb (self);

  return GTK_WIDGET (self);
}
