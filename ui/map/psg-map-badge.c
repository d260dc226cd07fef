/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-badge.h"

#include <glib/gi18n.h>

#include "psg-tint.h"

/* Says in words what the map shows: as of when, and how many crossings were closed. It is
 * hidden while there is no collection. */

struct _PsgMapBadge
{
  GtkWidget   parent_instance;

  PsgSession *session;
  GtkWidget  *date;
  GtkWidget  *count;
};

G_DEFINE_FINAL_TYPE (PsgMapBadge, psg_map_badge, GTK_TYPE_WIDGET)

static char *
describe (GPtrArray *crossings,
          PsgDay     day,
          guint      counts[PSG_N_STATUSES])
{
  g_autofree char *closed = psg_crossings_describe_closed (crossings, day);

  psg_crossings_count (crossings, day, counts);
  if (counts[PSG_STATUS_UNKNOWN] == 0)
    return g_steal_pointer (&closed);

  /* Translators: "3 of 6 crossings closed, 1 not known" */
  return g_strdup_printf (_("%s, %u not known"), closed, counts[PSG_STATUS_UNKNOWN]);
}

static void
update (PsgMapBadge *self)
{
  PsgCollection *collection = self->session != NULL ? psg_session_get_collection (self->session) : NULL;
  PsgDay day = collection != NULL ? psg_session_get_playhead (self->session) : PSG_DAY_NONE;
  guint counts[PSG_N_STATUSES];
  g_autofree char *date = NULL;
  g_autofree char *count = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), psg_day_is_valid (day));
  if (!psg_day_is_valid (day))
    return;

  date = psg_day_format_long (day);
  count = describe (psg_collection_get_crossings (collection), day, counts);
  gtk_label_set_label (GTK_LABEL (self->date), date);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, psg_collection_get_crossings (collection)->len > 0);
  psg_tint_status (GTK_LABEL (self->count), counts[PSG_STATUS_CLOSED] > 0 ? PSG_STATUS_CLOSED : PSG_STATUS_OPEN);
}

static void
psg_map_badge_dispose (GObject *object)
{
  PsgMapBadge *self = PSG_MAP_BADGE (object);

  g_clear_pointer (&self->date, gtk_widget_unparent);
  g_clear_pointer (&self->count, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_map_badge_parent_class)->dispose (object);
}

static void
psg_map_badge_class_init (PsgMapBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_map_badge_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mapbadge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static GtkWidget *
add_label (PsgMapBadge *self,
           const char  *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
psg_map_badge_init (PsgMapBadge *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->date = add_label (self, "title-3");
  self->count = add_label (self, "map-count");
  update (self);
}

/**
 * psg_map_badge_new:
 * @session: whose playhead
 *
 * Returns: (transfer floating): a badge
 */
GtkWidget *
psg_map_badge_new (PsgSession *session)
{
  PsgMapBadge *self = g_object_new (PSG_TYPE_MAP_BADGE, NULL);

  psg_map_badge_set_session (self, session);

  return GTK_WIDGET (self);
}

/**
 * psg_map_badge_set_session:
 * @self: the badge
 * @session: whose playhead; it can be set once
 */
void
psg_map_badge_set_session (PsgMapBadge *self,
                           PsgSession  *session)
{
  g_return_if_fail (PSG_IS_MAP_BADGE (self));
  g_return_if_fail (PSG_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::collection", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::playhead", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * psg_map_badge_set_compact:
 * @self: the badge
 * @compact: whether to take less room
 */
void
psg_map_badge_set_compact (PsgMapBadge *self,
                           gboolean     compact)
{
  g_return_if_fail (PSG_IS_MAP_BADGE (self));

  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
}

const char *
psg_map_badge_get_date (PsgMapBadge *self)
{
  g_return_val_if_fail (PSG_IS_MAP_BADGE (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->date));
}

const char *
psg_map_badge_get_count (PsgMapBadge *self)
{
  g_return_val_if_fail (PSG_IS_MAP_BADGE (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->count));
}
